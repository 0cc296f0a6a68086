#pragma once

#include "credentials/statickeys.h"
#include "profiles/connection.h"

#include <QObject>

class QComboBox;
class QLineEdit;

namespace poolscope::ui {

class Form;
class PasswordField;

// The rows of a connection's form that say where its AWS keys come from.
class KeysFields final : public QObject
{
    Q_OBJECT

public:
    explicit KeysFields(Form *form);

    void setSource(const profiles::KeySource &source);
    profiles::KeySource source() const;
    // As typed; empty where nothing was typed, so that the kept ones stay, and where the keys come from elsewhere.
    transport::SigningCredentials typed() const;
    bool hasTyped() const;
    void clearTyped();
    void forgetOriginal(); // nothing is kept for what stands there
    // Of the AWS configuration files; `problem`: why they could not be read.
    void setProfiles(const QList<credentials::ProfileChoice> &profiles, const QString &problem);
    bool check(); // shows what is wrong with what was typed, or missing
    QWidget *profileField() const;

signals:
    void edited();

private:
    void build(Form *form);
    void addLine(QLineEdit *line, const QString &name, const QString &label);
    void showRows();
    void showProfileHint();

    Form *m_form;
    QComboBox *m_kind = nullptr;
    QComboBox *m_profile = nullptr;
    QLineEdit *m_accessKeyId = nullptr;
    PasswordField *m_secret = nullptr;
    PasswordField *m_token = nullptr;
    profiles::KeySource m_original;
    QList<credentials::ProfileChoice> m_profiles;
    QString m_profilesProblem;
    bool m_profilesRead = false;
};

} // namespace poolscope::ui
