// SPDX-License-Identifier: GPL-3.0-or-later
#include "filternames.h"

namespace arb::usecases {

template<>
std::span<const FilterName<domain::DisputeState>> filterNames<domain::DisputeState>()
{
    using enum domain::DisputeState;
    static constexpr FilterName<domain::DisputeState> rows[] = {
        {Queued, "Waiting for ruling", "待裁决"},
        {Claimed, "In review", "审理中"},
        {AwaitingEvidence, "Waiting for evidence", "待举证"},
        {Negotiating, "Parties negotiating", "协商期"},
        {AwaitingApproval, "Waiting for approval", "待复核"},
        {Ruled, "Ruled", "已裁决"},
        {Executing, "Being carried out", "执行中"},
        {Closed, "Closed", "已结案"},
        {Appealed, "Under appeal", "申诉中"},
        {Withdrawn, "Withdrawn", "已撤销"},
        {Suspended, "Suspended", "中止"},
    };
    return rows;
}

template<>
std::span<const FilterName<domain::Reason>> filterNames<domain::Reason>()
{
    using enum domain::Reason;
    static constexpr FilterName<domain::Reason> rows[] = {
        {QualityDefect, "Quality defect", "质量问题"},
        {NotAsDescribed, "Not as described", "与描述不符"},
        {WrongItem, "Wrong item", "发错"},
        {MissingItem, "Missing item", "少件"},
        {Damaged, "Damaged", "破损"},
        {NotReceived, "Not received", "未收到货"},
        {LateShipment, "Late shipment", "延迟发货"},
        {SevenDayNoReason, "Seven days, no reason", "七天无理由"},
        {Counterfeit, "Counterfeit", "假冒"},
        {FreshFood, "Fresh food spoilt", "生鲜坏损"},
        {GiftMissing, "Gift missing", "赠品未发"},
        {TrackAbnormal, "Abnormal tracking", "轨迹异常"},
        {RefusedAtDoor, "Refused at the door", "拒收"},
        {NoLongerWanted, "No longer wanted", "不想要了"},
        {Other, "Other", "其他"},
    };
    return rows;
}

template<>
std::span<const FilterName<domain::AfterSaleType>> filterNames<domain::AfterSaleType>()
{
    using enum domain::AfterSaleType;
    static constexpr FilterName<domain::AfterSaleType> rows[] = {
        {ReturnRefund, "Return and refund", "退货退款"},
        {RefundShipped, "Refund, shipped", "退款（已发货）"},
        {RefundUnshipped, "Refund, not shipped", "退款（未发货）"},
        {Exchange, "Exchange", "换货"},
        {Resend, "Resend", "补寄"},
        {Repair, "Repair", "维修"},
        {PriceProtection, "Price protection", "价保"},
    };
    return rows;
}

template<>
std::span<const FilterName<domain::CaseFlag>> filterNames<domain::CaseFlag>()
{
    using enum domain::CaseFlag;
    static constexpr FilterName<domain::CaseFlag> rows[] = {
        {Regulator, "regulator", "监管关注"},
        {Media, "media", "媒体关注"},
        {Injury, "injury", "人身伤害"},
        {FoodSafety, "food safety", "食品安全"},
        {Minor, "minor involved", "涉及未成年人"},
        {HighValue, "high value", "高额"},
    };
    return rows;
}

std::span<const CodeName> deskTagNames()
{
    static constexpr CodeName rows[] = {
        {"supervisor", "handed to a supervisor", "已转主管"},
        {"claims_too_much", "claims more than was paid", "申请金额超过实付"},
        {"execution_overdue", "merchant did not act in time", "商家未在期限内执行"},
        {"execution_failed", "execution failed", "执行未成功"},
        {"buyer_did_not_return", "buyer did not return the goods", "买家未寄回商品"},
        {"carrier_cause", "the carrier is the cause", "物流原因"},
        {"resend_on_the_way", "the missing goods are on their way", "补寄途中"},
        {"needs_specialist", "needs a specialist", "需要专长"},
    };
    return rows;
}

std::span<const CodeName> platformNames()
{
    static constexpr CodeName rows[] = {
        {"douyin", "Douyin", "抖音"},
        {"taobao", "Taobao", "淘宝"},
        {"wechat", "WeChat Store", "微信小店"},
        {"jd", "JD", "京东"},
        {"kuaishou", "Kuaishou", "快手"},
        {"pinduoduo", "Pinduoduo", "拼多多"},
    };
    return rows;
}

std::span<const CodeName> categoryNames()
{
    static constexpr CodeName rows[] = {
        {"3c", "Electronics", "3C 数码"},
        {"apparel", "Clothing", "服饰"},
        {"shoes", "Shoes", "鞋靴"},
        {"bags", "Bags", "箱包"},
        {"jewellery", "Jewellery", "珠宝首饰"},
        {"beauty", "Beauty", "美妆"},
        {"food", "Food", "食品"},
        {"fresh", "Fresh food", "生鲜"},
        {"home", "Home", "家居日用"},
        {"furniture", "Furniture", "家具"},
        {"appliance", "Appliances", "家电"},
        {"auto", "Car parts", "汽车用品"},
        {"pets", "Pets", "宠物"},
        {"flowers", "Flowers", "鲜花"},
        {"books", "Books", "图书"},
        {"virtual", "Virtual goods", "虚拟商品"},
        {"other", "Other", "其他"},
    };
    return rows;
}

std::optional<QString> codeCalled(std::span<const CodeName> names, const QString &text)
{
    for (const CodeName &row : names) {
        const bool named = text.compare(QLatin1StringView(row.code), Qt::CaseInsensitive) == 0 || text.compare(QString::fromUtf8(row.en), Qt::CaseInsensitive) == 0;
        if (named || text.compare(QString::fromUtf8(row.zh), Qt::CaseInsensitive) == 0)
            return QString::fromLatin1(row.code);
    }
    return std::nullopt;
}

} // namespace arb::usecases
