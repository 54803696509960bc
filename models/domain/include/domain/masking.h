// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

/// Masks of personal data (the national waybill standard: at least one character of a name, six digits of a phone
/// number, building unit and room of an address are hidden).
namespace arb::domain {

QString maskName(const QString &name);       ///< 张三 → 张*
QString maskPhone(const QString &phone);     ///< 13812345634 → 138******34
QString maskAddress(const QString &address); ///< down to the street only
/// Who signed for a parcel: a name, unless the word says who or where it was (本人, 代收点, 门卫 …).
QString maskSigner(const QString &signer);
/// Phone and identity-card numbers inside free text, the rest unchanged. Order and waybill numbers are left alone.
QString maskInText(const QString &text);

/// What is to be hidden in texts: what maskInText() hides, and what is known of persons, wherever it stands in any text. A value; the
/// same masks must be used on texts that are compared with each other.
class Masks
{
public:
    static constexpr qsizetype mostKnown = 200; ///< what is added further is not hidden; no dispute has as many people

    Masks() = default; ///< of nobody is anything known
    static Masks nothing(); ///< hides nothing at all
    bool hidesNothing() const { return m_open; }

    /// A word for whoever it was (本人, 客服 …) is no name, nor is what was handed over masked. A name of one character, or in Latin
    /// letters of two, stands in too many words to be hidden in texts. @p shown: instead of maskName(), where that says too much.
    void addName(const QString &name, const QString &shown = {});
    void addPhone(const QString &phone);     ///< of at least seven characters, as it is written
    void addAddress(const QString &address); ///< and what of it is more exact than the street, by itself
    /// @p text without what is personal. A name in Latin letters is hidden whatever its case, but not inside a longer word.
    QString hide(const QString &text) const;

    bool operator==(const Masks &) const = default;

private:
    struct Known
    {
        QString words, shown;
        bool operator==(const Known &) const = default;
    };
    void add(const QString &words, const QString &shown);

    QList<Known> m_known; ///< the longest first
    bool m_open = false;
};

} // namespace arb::domain
