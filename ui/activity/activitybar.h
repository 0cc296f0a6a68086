#pragma once

#include "activity/activityfilter.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QMenu;
class QPushButton;

namespace poolscope::ui {

class Chip;
class LinkButton;

// The panel's head: how many requests there are, which of them are looked for, and the buttons.
class ActivityBar final : public QWidget
{
    Q_OBJECT

public:
    // `menu` opens from a button.
    explicit ActivityBar(QMenu *menu, QWidget *parent = nullptr);

    void setCounts(qsizetype shown, qsizetype all);
    activity::ActivityFilter filter() const;
    // Beside what the fields say; "Clear filter" takes them away with the rest.
    void setOnlyOperation(const QString &operation);
    void setOnlyAction(const transport::UserAction &action);
    void clearFilter();
    void focusSearch();
    void setDetailsChecked(bool checked);

signals:
    void filterChanged();
    void groupingChanged(bool grouped);
    void detailsToggled(bool shown);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // Escape in the search

private:
    void buildFilter();
    void buildButtons(QMenu *menu);
    void noteFilter();

    Chip *m_count;
    QLineEdit *m_search = nullptr;
    QWidget *m_outcomeBox = nullptr;
    QComboBox *m_outcome = nullptr;
    LinkButton *m_clear = nullptr;
    QPushButton *m_group = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_details = nullptr;
    QString m_operation;
    transport::UserAction m_action;
};

} // namespace poolscope::ui
