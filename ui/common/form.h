#pragma once

#include "ui/common/callout.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace poolscope::ui {

// Labels right-aligned on the left, fields on one line, and under each field room for its hint and for what is wrong
// with it. Label texts carry the mnemonic ("&Code"); the field gets the label as buddy and, where it has none, its
// accessible name.
class Form final : public QWidget
{
    Q_OBJECT

public:
    explicit Form(QWidget *parent = nullptr);
    ~Form() override;

    QLabel *addRow(const QString &label, QWidget *field, const QString &hint = {});
    void addBelow(QWidget *widget); // in the fields' column: buttons, lists, what belongs to the row above
    void addButtons(const QList<QWidget *> &buttons); // side by side, in the fields' column
    void addSpanning(QWidget *widget);                // across both columns
    void addGap(int pixels = 8);
    void setRowVisible(QWidget *field, bool visible); // label, hint and error with it
    void removeRow(QWidget *field);                   // deletes the field with what belongs to it
    void setHint(QWidget *field, const QString &hint);
    void setLabelWidth(int pixels); // for forms one above the other; by itself as wide as the widest label

    // The callout stands under the field, the field gets a red border and the text as accessible description.
    void setError(QWidget *field, const Callout::Content &content);
    void setError(QWidget *field, const QString &sentence);
    void clearError(QWidget *field);
    void clearErrors();
    bool hasErrors() const;
    void focusFirstError();
    Callout *callout(QWidget *field) const; // null while the field never had an error

signals:
    void errorActionTriggered(QWidget *field, const QString &actionId);

private:
    struct Row
    {
        QLabel *label = nullptr;
        QLabel *hint = nullptr;
        Callout *callout = nullptr;
        int line = 0;
    };

    int takeLines(int count);
    void buildHint(Row &row, const QString &hint);

    QGridLayout *m_grid;
    QHash<QWidget *, Row> m_rows;
    QList<QWidget *> m_order;
    int m_next = 0;
};

} // namespace poolscope::ui
