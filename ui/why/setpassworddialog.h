#pragma once

#include <QDialog>

namespace poolscope::auth {
struct PasswordPolicy;
}
namespace poolscope::crypto {
class RandomSource;
}
namespace poolscope::diagnosis {
struct Remedy;
}

namespace poolscope::ui {

class PasswordField;
class PasswordGuide;

// Asks an administrator for the password that a user is to get, and says what setting it does. Opened, never exec'd;
// deletes itself, and the password with it.
class SetPasswordDialog final : public QDialog
{
    Q_OBJECT

public:
    SetPasswordDialog(const QString &user, const diagnosis::Remedy &remedy, const auth::PasswordPolicy &policy,
                      crypto::RandomSource &random, QWidget *parent = nullptr);

signals:
    void chosen(const QString &password);

private:
    void build(const QString &user, const diagnosis::Remedy &remedy, crypto::RandomSource &random);

    PasswordField *m_password = nullptr;
    PasswordGuide *m_guide = nullptr;
};

} // namespace poolscope::ui
