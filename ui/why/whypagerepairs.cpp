#include "auth/userpoolaccess.h"
#include "ui/common/confirmdialog.h"
#include "ui/why/repairtexts.h"
#include "ui/why/setpassworddialog.h"
#include "ui/why/whypage.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <algorithm>

// WhyPage's repairs: what is asked before one, and what came of it.
namespace poolscope::ui {

namespace {

QString plainVerb(const diagnosis::Remedy &remedy)
{
    QString verb = remedy.verb;
    return verb.remove(u'…');
}

bool setsPassword(auth::Repair repair)
{
    return repair == auth::Repair::TemporaryPassword || repair == auth::Repair::LastingPassword;
}

} // namespace

void WhyPage::askBefore(const diagnosis::Remedy &remedy)
{
    const auto proceed = [this, remedy] {
        if (setsPassword(remedy.repair))
            askForPassword(remedy);
        else
            repair(remedy);
    };
    const profiles::Connection &connection = m_workspace.access().connection();
    const bool production = connection.environment == profiles::Environment::Production;
    if (setsPassword(remedy.repair) && !production) // its dialog says the same
        return proceed();
    const Confirmation question{.title = tr("%1?").arg(plainVerb(remedy)),
                                .text = tr("User: %1").arg(chosenName()) + QStringLiteral("\n\n") + remedy.effect,
                                .verb = plainVerb(remedy),
                                .typedName = production && remedy.ends ? connection.name : QString(),
                                .destructive = remedy.ends};
    askToConfirm(this, question, proceed);
}

void WhyPage::askForPassword(const diagnosis::Remedy &remedy)
{
    m_repairedName = chosenName();
    m_leads = true;
    auto *dialog = new SetPasswordDialog(m_workspace, {.username = m_chosen, .shown = m_repairedName}, remedy, this);
    connect(dialog, &SetPasswordDialog::passwordSet, this, [this, kind = remedy.repair] { showDone(kind, {}); });
    connect(dialog, &SetPasswordDialog::unsure, this, &WhyPage::lookAgain);
    dialog->open();
}

void WhyPage::repair(const diagnosis::Remedy &remedy)
{
    const auto user = std::find_if(m_people.cbegin(), m_people.cend(),
                                   [this](const idp::UserType &one) { return one.username == m_chosen; });
    if (user == m_people.cend())
        return;
    const QString address = diagnosis::knownAs(*user);
    m_outcome->clear();
    m_callout->clear();
    m_repairedName = chosenName();
    m_leads = true;
    m_repair.run({.repair = remedy.repair,
                  .username = m_chosen,
                  .password = {},
                  .other = remedy.other,
                  .address = remedy.address,
                  .bySms = address.startsWith(u'+') && !address.contains(u'@')});
}

// What was found is judged again once the sandbox has told that something has changed.
void WhyPage::endLockOut()
{
    m_leads = true;
    m_facts.endLockOut(m_workspace.access().userPoolId(), m_chosen, [this, user = m_chosen](const Result<bool> &ended) {
        if (user != m_chosen || m_repair.isBusy() || m_lookup.isBusy())
            return; // somebody else is looked at by now
        m_repairedName = chosenName();
        if (!ended)
            showRepairError(ended.error());
        else if (*ended)
            showOutcome(Tone::Good, tr("Done: the lock-out has ended."));
        else
            lookAgain(); // it was over already
    });
}

void WhyPage::showDone(auth::Repair repair, const auth::CodeDelivery &delivery)
{
    showOutcome(Tone::Good, doneSentence(repair, delivery));
    lookOn();
}

void WhyPage::showOutcome(Tone tone, const QString &title)
{
    m_outcome->setContent({.tone = tone, .title = title, .body = tr("User: %1").arg(m_repairedName)});
    leadTo(m_outcome);
}

void WhyPage::showRepairError(const Error &error, auth::RepairProgress progress)
{
    Callout::Content content = explained(error, m_workspace.facts(), {QStringLiteral("editConnection")}).content;
    content.body = (tr("User: %1").arg(m_repairedName) + u'\n' + content.body).trimmed();
    content.body = (content.body + u'\n' + progressSentence(progress)).trimmed();
    m_outcome->setContent(content);
    leadTo(m_outcome);
    const bool changed = progress != auth::RepairProgress::NothingChanged || error.code == u"AddressChanged";
    if (changed || error.outcomeUnknown || !m_awaited.isEmpty())
        lookOn();
}

} // namespace poolscope::ui
