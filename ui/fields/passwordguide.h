#pragma once

#include "auth/passwordrules.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace poolscope::crypto {
class RandomSource;
}

namespace poolscope::ui {

class LinkButton;
class PasswordField;
class RequirementList;

// Stands under a field for a new password: which of the pool's rules are met while it is typed, how hard it is to guess,
// and a button that makes one that fits.
class PasswordGuide final : public QWidget
{
    Q_OBJECT

public:
    // The field and the source of randomness outlive the guide.
    PasswordGuide(PasswordField *field, crypto::RandomSource &random, QWidget *parent = nullptr);

    void setPolicy(const auth::PasswordPolicy &policy);
    // Words that make a password easy to guess: the user's own name and address.
    void setKnownWords(const QStringList &words);
    void generate(); // puts a new password into the field, shown
    bool allMet() const;

private:
    void buildLayout();
    void showRules();
    void showStrength();

    PasswordField *m_field;
    crypto::RandomSource &m_random;
    auth::PasswordPolicy m_policy;
    QStringList m_knownWords;
    RequirementList *m_rules = nullptr;
    QLabel *m_assumed = nullptr;
    QLabel *m_strength = nullptr;
    LinkButton *m_generate = nullptr;
    QTimer m_strengthDelay; // zxcvbn takes milliseconds: once after typing, not at each key
};

} // namespace poolscope::ui
