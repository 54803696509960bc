// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/rulingpresenter.h>

#include <QtWidgets/QWidget>

#include <array>

class QComboBox;
class QDropEvent;
class QLabel;
class QLineEdit;
class QMimeData;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace arb::ui {

/// The findings of the ruling being written: a row for each element that the clause needs and for each finding made, its
/// citations below it, and the chosen row's verdict, number and text. Decides nothing; each change goes to the presenter.
class FindingsSheet : public QWidget
{
    Q_OBJECT

public:
    FindingsSheet(presentation::Session &session, presentation::RulingPresenter &presenter, QWidget *parent = nullptr);

    void refresh();
    /// Cites under the chosen row; returns its element.
    QString cite(const domain::Citation &citation);
    /// Takes the citation that was dropped, under the chosen row; its short reference, or nothing when it is none of this case.
    QString citeDropped(const QMimeData *brought);
    /// Asks for the place on show and cites it; its short reference, or nothing when there is none.
    QString citeOnShow();
    void citeRecord(); ///< opens the list of the record's places
    void focusOpen();  ///< the first row without its verdict, or the chosen one
    void focusElement(const QString &element);

Q_SIGNALS:
    void citationChosen(const arb::domain::Citation &citation);
    void citeRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    presentation::FindingRow currentRow() const;
    const domain::Finding *currentFinding() const;
    bool isOpen(const presentation::FindingRow &row) const;
    void fillRows();
    void fillDetail();
    void fillNumber(const QString &element, const domain::Finding *finding);
    void fillChoices();
    void setVerdict(domain::Verdict verdict);
    void activate(QTreeWidgetItem *item);
    void removeCurrent();
    bool takeDrop(QDropEvent *event);
    void retranslate();

    presentation::Session &m_session;
    presentation::RulingPresenter &m_presenter;
    bool m_filling = false; ///< the presenter's values are being written into the widgets
    domain::CaseId m_case;  ///< whose rows are shown
    QString m_reference;    ///< of what was cited last
    QLabel *m_title;
    QTreeWidget *m_tree;
    std::array<QPushButton *, 3> m_verdicts; ///< in the order of domain::Verdict
    QLabel *m_shareLabel;
    QLineEdit *m_share;
    QPlainTextEdit *m_text;
    QComboBox *m_add;
    QPushButton *m_cite, *m_citeRecord, *m_remove;
};

} // namespace arb::ui
