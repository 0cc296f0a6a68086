#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

class QLabel;

namespace poolscope::ui {

class Form;
class LinkButton;
class PairsEdit;

// Builds the part of a form that few people need: a button "Advanced" and below it rows of names and values, hidden until
// it is pressed. The form owns all of it.
class AdvancedRows final
{
    Q_DECLARE_TR_FUNCTIONS(AdvancedRows)

public:
    // Object names begin with `prefix`: "signup.advanced", "signup.clientMetadata".
    AdvancedRows(Form &form, QString prefix);

    PairsEdit *add(const QString &id, const QString &label, const QString &hint);
    PairsEdit *addClientMetadata();
    const QList<QLabel *> &labels() const { return m_labels; }

private:
    Form &m_form;
    QString m_prefix;
    LinkButton *m_switch;
    QList<QLabel *> m_labels;
};

} // namespace poolscope::ui
