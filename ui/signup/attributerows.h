#pragma once

#include "auth/attributes.h"

#include <QMap>
#include <QObject>
#include <QPointer>

class QLabel;
class QMenu;
class QWidget;

namespace poolscope {
struct Error;
}
namespace poolscope::auth {
class UserPoolAccess;
}

namespace poolscope::ui {

class AttributeField;
class Form;
class LinkButton;

// The rows of a form in which user attributes are entered: those that the pool asks for, and those that the user adds.
// The pool's settings may come after the form is drawn: rows are added then, and none that hold something are taken away.
class AttributeRows final : public QObject
{
    Q_OBJECT

public:
    // The form outlives it; `parent` is the widget that dialogs stand before.
    AttributeRows(Form &form, auth::UserPoolAccess &access, QWidget *parent);

    LinkButton *addButton() const { return m_add; } // offers further attributes; to be placed by the caller
    void applySettings();

    QMap<QString, QString> values() const; // by name, of every row; empty ones too
    void setValues(const QMap<QString, QString> &values);
    void clear(); // the rows stay, and are empty

    QList<QLabel *> labels() const;
    QWidget *field(const QString &name) const;       // null where it has no row
    QWidget *fieldMeantBy(const Error &error) const; // by the attribute that the service's text names
    bool showProblems();                             // marks what breaks the pool's rules; false where nothing does

signals:
    void rowsChanged();
    void submitted(); // Enter in one of the fields

private:
    void add(const auth::AttributeSpec &spec);
    void addAndFocus(const auth::AttributeSpec &spec);
    void fill();
    void fillMenu();
    void askForName();

    Form &m_form;
    auth::UserPoolAccess &m_access;
    QWidget *m_parent;
    LinkButton *m_add;
    QMenu *m_menu;
    QMap<QString, AttributeField *> m_fields;
    QMap<QString, QString> m_unplaced; // values of attributes that have no row yet
    QList<QPointer<QLabel>> m_labels;  // they go with their rows
};

} // namespace poolscope::ui
