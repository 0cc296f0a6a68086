#pragma once

#include "profiles/connectionimport.h"
#include "ui/common/callout.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace poolscope::ui {

class Form;
class KeysFields;
class PasswordField;

// The fields of one connection. Knows nothing of where it is kept.
class ConnectionForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionForm(QWidget *parent = nullptr);

    void setConnection(const profiles::Connection &connection);
    void fill(const profiles::ImportedConnection &imported); // a new one, which counts as modified
    profiles::Connection connection() const;
    QString clientSecret() const; // as typed; empty: the kept one stays
    bool wantsNoSecret() const;   // "The app client has a secret" is off
    KeysFields &keys() { return *m_keys; }
    bool isModified() const;
    void setSaved(); // what stands there now counts as unmodified

    // Everything validate() says, each under its field.
    void showProblems(const QList<profiles::ConnectionProblem> &problems);
    void showProblem(profiles::ConnectionProblem::Field field, const Callout::Content &content);
    bool checkSecrets(); // shows a problem where a secret or keys are said to be and none are known
    void focusFirstField();
    void focusFirstProblem();

signals:
    void edited();

private:
    void showProblem(const profiles::ConnectionProblem &problem);
    void buildFields();
    QLineEdit *addLine(const QString &name, const QString &label, const QString &hint = {});
    void connectFields();
    void onKindChanged();
    void onSecretToggled();
    void checkField(profiles::ConnectionProblem::Field field);
    QWidget *fieldOf(profiles::ConnectionProblem::Field field) const;

    Form *m_form;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_endpoint = nullptr;
    QLineEdit *m_poolId = nullptr;
    QLineEdit *m_region = nullptr;
    QLineEdit *m_clientId = nullptr;
    QCheckBox *m_hasSecret = nullptr;
    PasswordField *m_secret = nullptr;
    KeysFields *m_keys = nullptr;
    QComboBox *m_environment = nullptr;
    QCheckBox *m_readOnly = nullptr;
    profiles::Connection m_original;
};

} // namespace poolscope::ui
