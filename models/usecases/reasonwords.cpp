// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/reasonwords.h>

#include <algorithm>

namespace arb::usecases {

namespace {

constexpr ReasonWords reasonTable[] = {
    {"quality_defect", "质量问题", "Quality defect"},
    {"not_as_described", "与描述不符", "Not as described"},
    {"wrong_item", "发错", "Wrong item"},
    {"missing_item", "少件", "Missing item"},
    {"damaged", "破损", "Damaged"},
    {"not_received", "未收到货", "Not received"},
    {"late_shipment", "延迟发货", "Late shipment"},
    {"seven_day_no_reason", "七天无理由", "Seven days, no reason"},
    {"counterfeit", "假冒", "Counterfeit"},
    {"fresh_food", "生鲜坏损", "Fresh food spoilt"},
    {"gift_missing", "赠品未发", "Gift missing"},
    {"track_abnormal", "轨迹异常", "Abnormal tracking"},
    {"refused_at_door", "拒收", "Refused at the door"},
    {"no_longer_wanted", "不想要了", "No longer wanted"},
    {"other", "其他", "Other"},
};

constexpr ReasonWords answerReasonTable[] = {
    {"signed_means_accepted", "签收即视为认可", "signed for means accepted"},
    {"no_evidence", "买家未提供凭证", "no evidence"},
    {"no_unboxing_video", "无开箱视频", "no unboxing video"},
    {"used", "商品已使用", "goods were used"},
    {"not_intact", "商品不完好", "goods not intact"},
    {"agreed_in_chat", "聊天中已约定", "agreed in chat"},
    {"returned_damaged", "退回商品破损", "returned damaged"},
    {"returned_not_original", "退回的不是原商品", "returned goods are not the original"},
    {"out_of_window", "超出时限", "out of the time window"},
    {"buyer_fault", "买家原因", "buyer's fault"},
    {"change_reason", "要求更改申请理由", "asks for another reason"},
    {"warehouse_moving", "仓库搬迁", "the warehouse is moving"},
    {"on_holiday", "放假", "on holiday"},
    {"nothing_offered", "无法退回且不给方案", "cannot be returned, nothing offered"},
    {"already_signed", "已经签收", "signed for already"},
    {"operator_error", "操作失误", "a mistake of the operator"},
    {"goods_not_received", "未收到退货", "the return did not arrive"},
    {"waybill_wrong", "运单号有误", "wrong waybill number"},
    {"amount_changed", "金额已改", "another amount was agreed"},
    {"address_mismatch", "地址不符", "the address does not match"},
    {"no_seven_day", "不支持七天无理由", "no seven-day return"},
    {"already_shipped", "已经发货", "shipped already"},
    {"other", "其他理由", "other ground"},
};

} // namespace

std::span<const ReasonWords> reasonWords()
{
    return reasonTable;
}

std::span<const ReasonWords> answerReasonWords()
{
    return answerReasonTable;
}

const ReasonWords &wordsOf(domain::Reason reason)
{
    return reasonTable[static_cast<size_t>(reason)];
}

const ReasonWords *wordsOfAnswerReason(const QString &reason)
{
    const auto found = std::ranges::find_if(answerReasonTable, [&](const ReasonWords &row) { return reason == QLatin1StringView(row.code); });
    return found == std::end(answerReasonTable) ? nullptr : found;
}

} // namespace arb::usecases
