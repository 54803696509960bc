// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/phonetail.h>

#include <QtTest/QtTest>

using namespace arb::domain;

class TstPhoneTail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatDiffers_data();
    void namesWhatDiffers();
    void tellsWhereItStands();
    void sameOnAMaskedPhone();
};

namespace {

CaseFile fileWith(const QString &phone, const QStringList &texts)
{
    CaseFile file;
    file.buyer.phone = phone;
    for (const QString &text : texts) {
        ChatMessage message;
        message.id = QStringLiteral("m%1").arg(file.chat.size() + 1);
        message.text = text;
        file.chat.append(message);
    }
    return file;
}

} // namespace

void TstPhoneTail::namesWhatDiffers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("tails");
    const auto row = [](const char *name, const char *text, const QStringList &tails) { QTest::newRow(name) << QString::fromUtf8(text) << tails; };
    row("own", "我的尾号是 34", {});
    row("own, four digits", "手机尾号：0834", {});
    row("other", "取件短信发送至尾号 71 的手机", {QStringLiteral("71")});
    row("other with the same two at its end", "短信发到尾号 1134", {QStringLiteral("1134")});
    row("both", "尾号34没收到，尾号71收到了", {QStringLiteral("71")});
    row("english", "sent to a phone ending in 71", {QStringLiteral("71")});
    row("bank card before", "退到银行卡尾号 6217", {});
    row("bank card behind", "退到尾号 6217 的储蓄卡", {});
    row("a longer number is no ending", "尾号 12345678", {});
    row("nothing named", "尾号是多少", {});
}

void TstPhoneTail::namesWhatDiffers()
{
    QFETCH(QString, text);
    QFETCH(QStringList, tails);
    QStringList found;
    for (const PhoneTail &tail : otherPhoneTails(fileWith(QStringLiteral("13900010834"), {text})))
        found.append(tail.digits);
    QCOMPARE(found, tails);
    QVERIFY(otherPhoneTails(fileWith({}, {text})).isEmpty()); // no phone, nothing to compare with
}

void TstPhoneTail::tellsWhereItStands()
{
    CaseFile file = fileWith(QStringLiteral("13900010834"), {QStringLiteral("您好"), QStringLiteral("尾号71"), QStringLiteral("又是尾号71")});
    Exhibit exhibit;
    exhibit.id = QStringLiteral("m1");
    exhibit.caption = QStringLiteral("短信截图，尾号 88");
    file.exhibits.append(exhibit);
    const QList<PhoneTail> expected{{QStringLiteral("71"), QStringLiteral("m2"), {}}, {QStringLiteral("88"), {}, QStringLiteral("m1")}};
    QCOMPARE(otherPhoneTails(file), expected);
}

void TstPhoneTail::sameOnAMaskedPhone()
{
    const QStringList texts{QStringLiteral("尾号 71"), QStringLiteral("尾号 34"), QStringLiteral("尾号 0834")};
    QCOMPARE(int(otherPhoneTails(fileWith(QStringLiteral("139******34"), texts)).size()), 1);
}

QObject *make_tst_phonetail();
QObject *make_tst_phonetail()
{
    return new TstPhoneTail;
}

#include "tst_phonetail.moc"
