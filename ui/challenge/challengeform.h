#pragma once

#include "auth/challenge.h"
#include "ui/challenge/challengefields.h"
#include "ui/common/callout.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace poolscope {
class Clock;
}

namespace poolscope::ui {

class Form;
class LinkButton;
class MonoTextView;
class PrimaryButton;
class SecretClipboard;

// A challenge as a form, drawn from its own data: what is asked, what else can be done, how old the step is, and the
// parameters as the service sent them.
class ChallengeForm final : public QWidget
{
    Q_OBJECT

public:
    // Both outlive the form.
    ChallengeForm(const auth::Challenge &challenge, const Clock &clock, crypto::RandomSource &random,
                  QWidget *parent = nullptr);
    ~ChallengeForm() override;

    const auth::Challenge &challenge() const { return m_challenge; }
    QMap<QString, QString> answers() const;
    void setUser(const QString &name);                   // shown under the title: the form may stand alone on the page
    void setSecretClipboard(SecretClipboard *clipboard); // for its passwords and keys; outlives the form
    void setBusy(bool busy);
    // `field` by src/diagnosis' names, an attribute by its own. Keeps everything that was typed.
    void showError(const Callout::Content &content, const QString &field = {});
    void addError(const Callout::Content &content, const QString &field); // beside those that stand there
    void clearErrors();
    // Marks what keeps the answers from being sent and focuses the first of it; false where nothing does.
    bool showProblems();
    void takeCode(const QString &code); // into the first code field; nothing where there is none
    bool wantsCode() const;
    void focusFirst();

signals:
    void answered(const QMap<QString, QString> &answers);
    void sideActionTriggered(const QString &id);
    void errorActionTriggered(const QString &id);
    void cancelRequested();

private:
    void buildFields(crypto::RandomSource &random);
    void buildButtons();
    void buildParameters();
    void showAge();
    ChallengeInput *inputFor(const QString &field) const;
    QWidget *shownField(const QString &name) const;

    auth::Challenge m_challenge;
    const Clock &m_clock;
    QLabel *m_user;
    QLabel *m_age;
    Form *m_form;
    std::vector<std::unique_ptr<ChallengeInput>> m_inputs;
    Callout *m_callout = nullptr;
    PrimaryButton *m_submit = nullptr;
    LinkButton *m_cancel = nullptr;
    MonoTextView *m_parameters = nullptr;
    QTimer m_ticker;
};

} // namespace poolscope::ui
