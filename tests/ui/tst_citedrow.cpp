// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/ruling/citedrow.h"
#include "../../ui/ruling/rulingpanel.h"
#include "../presentation/words.h"

#include <presentingdesk.h>

#include <QtWidgets/QListWidget>
#include <QtWidgets/QTreeWidget>

#include <memory>

using namespace arb;
using namespace arb::tests;

/// Cited places in the narrow ruling panel: the exhibit's name gives way, the place in it does not.
class TstCitedRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePlaceStaysWhole();
    void whatHasNoPlaceIsCutAtItsEnd();
    void theFormListsPlacesSo();

private:
    static domain::CaseFile file()
    {
        domain::CaseFile made;
        domain::Exhibit film;
        film.id = QStringLiteral("b1");
        film.kind = domain::ExhibitKind::Video;
        film.caption = QStringLiteral("Unboxing filmed by the buyer in the kitchen right after the parcel came");
        made.exhibits = {film};
        return made;
    }
    static domain::Citation place()
    {
        domain::Citation citation;
        citation.exhibit = QStringLiteral("b1");
        citation.frame = 144;
        citation.pts = 12'000'000;
        citation.frameEnd = 180;
        citation.ptsEnd = 15'000'000;
        citation.region = QRect(20, 490, 700, 150);
        return citation;
    }
};

namespace {

/// A list with one row of @p citation, and what it is painted with when @p words are to find room.
struct OneRow
{
    QListWidget list;
    ui::CitedRowDelegate delegate;

    explicit OneRow(const domain::Citation &citation, const domain::CaseFile &file)
    {
        list.addItem(presentation::citationText(citation, file));
        list.item(0)->setData(ui::citedPartsRole, ui::citedPartsData(presentation::citedParts(citation, file)));
    }
    int widthOf(const QString &words) const { return list.fontMetrics().horizontalAdvance(words); }
    QString in(int room) const
    {
        QStyleOptionViewItem option;
        option.initFrom(&list);
        option.widget = &list;
        const int margin = list.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, &list) + 1;
        option.rect = QRect(0, 0, room + 2 * margin, 24);
        return delegate.shownText(option, list.model()->index(0, 0));
    }
};

} // namespace

void TstCitedRow::thePlaceStaysWhole()
{
    const Speaking english(false);
    const OneRow row(place(), file());
    const presentation::CitedParts parts = presentation::citedParts(place(), file());
    const QString whole = presentation::citationText(place(), file()), brief = QStringLiteral(" 0:12.000–0:15.000 700×150+20+490");
    QCOMPARE(parts.name, file().exhibits.constFirst().caption);
    QCOMPARE(parts.after, QStringLiteral(", at 0:12.000–0:15.000, region 700 × 150 at 20, 490"));
    QCOMPARE(whole, parts.name + parts.after);
    QCOMPARE(row.in(row.widthOf(whole)), whole);

    const int nameRoom = 12 * row.list.fontMetrics().averageCharWidth();
    const QString cut = row.in(row.widthOf(parts.after) + nameRoom);
    QVERIFY2(cut.startsWith(QStringLiteral("Unb")) && cut.endsWith(QStringLiteral("…") + parts.after), qPrintable(cut));
    QVERIFY(row.widthOf(cut) <= row.widthOf(parts.after) + nameRoom);
    const QString narrow = row.in(row.widthOf(brief) + nameRoom);
    QVERIFY2(narrow.startsWith(QStringLiteral("Unb")) && narrow.endsWith(QStringLiteral("…") + brief), qPrintable(narrow));
    QVERIFY(row.widthOf(narrow) <= row.widthOf(brief) + nameRoom);
    QVERIFY(row.in(row.widthOf(brief) / 2).endsWith(brief)); // nothing is left to give way
    QCOMPARE(row.list.item(0)->text(), whole); // which is read aloud
}

void TstCitedRow::whatHasNoPlaceIsCutAtItsEnd()
{
    const Speaking english(false);
    domain::Citation exhibit, fact;
    exhibit.exhibit = QStringLiteral("b1");
    fact.fact = QStringLiteral("/order/signedAt");
    for (const domain::Citation &citation : {exhibit, fact}) {
        const OneRow row(citation, file());
        QCOMPARE(row.in(40), presentation::citationText(citation, file())); // the view cuts it
    }
}

void TstCitedRow::theFormListsPlacesSo()
{
    const Speaking english(false);
    PresentingDesk desk;
    presentation::RulingPresenter presenter(desk.session);
    ui::RulingPanel panel(desk.session, presenter);
    panel.resize(330, 700); // as it is on a desk of 1366 pixels
    panel.show();
    desk.hold([](domain::CaseFile &content) { content.exhibits.first().caption = file().exhibits.constFirst().caption; });
    domain::Citation cited = place();
    cited.region.reset();
    panel.cite(cited);
    const auto *tree = panel.findChild<QTreeWidget *>(QStringLiteral("findings"));
    QVERIFY(tree && tree->topLevelItemCount() == 1 && tree->topLevelItem(0)->childCount() == 1);
    const QModelIndex index = tree->model()->index(0, 0, tree->model()->index(0, 0));
    const auto *delegate = qobject_cast<ui::CitedRowDelegate *>(tree->itemDelegate());
    QVERIFY(delegate);
    QTRY_VERIFY(tree->visualRect(index).width() > 0);
    QStyleOptionViewItem option;
    option.initFrom(tree);
    option.widget = tree;
    option.rect = tree->visualRect(index);
    const QString shown = delegate->shownText(option, index);
    QVERIFY2(shown.endsWith(QStringLiteral("…, at 0:12.000–0:15.000")), qPrintable(shown));
    QVERIFY(tree->fontMetrics().horizontalAdvance(shown) <= option.rect.width());
    const QString whole = file().exhibits.constFirst().caption + QStringLiteral(", at 0:12.000–0:15.000");
    QCOMPARE(index.data(Qt::DisplayRole).toString(), whole);
    QCOMPARE(index.data(Qt::ToolTipRole).toString(), whole.toHtmlEscaped());
    const auto *list = panel.findChild<QListWidget *>(QStringLiteral("rulingCitations")); // of a ruling that is read
    QVERIFY(list && qobject_cast<ui::CitedRowDelegate *>(list->itemDelegate()));
}

QObject *make_tst_citedrow();
QObject *make_tst_citedrow()
{
    return new TstCitedRow;
}

#include "tst_citedrow.moc"
