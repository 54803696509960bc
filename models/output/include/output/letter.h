// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

/// Letters as files. Texts come ready made; here they are set and nothing is said.
namespace arb::output {

struct LetterSheet
{
    struct Part
    {
        QString heading;   ///< empty: none
        QStringList lines; ///< plain text, a paragraph each
    };
    QString title;
    QList<Part> parts;
    QString attachedName; ///< empty: nothing goes along
    QByteArray attached;
};

/// A4 upright with page numbers, its words read back as they were given (by pdftotext, for one) where "WenQuanYi Micro Hei" is
/// installed; with other fonts the page looks right, but some characters may be copied out of it as others. What is
/// attached is an attachment of the file. Needs a QGuiApplication (fonts).
QByteArray letterPdf(const LetterSheet &sheet);

} // namespace arb::output
