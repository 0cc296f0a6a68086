#include "ui/why/whypage.h"

#include "auth/userpoolaccess.h"
#include "sandbox/sandbox.h"
#include "ui/common/busyindicator.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/form.h"
#include "ui/why/peoplecard.h"
#include "ui/why/repairtexts.h"
#include "ui/why/troubleview.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QLineEdit>
#include <QShowEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace poolscope::ui {

namespace {

constexpr int pageWidth = 820;

idp::UserType asListed(const idp::AdminGetUserResponse &user)
{
    return {.username = user.username,
            .attributes = user.userAttributes,
            .userCreateDate = user.userCreateDate,
            .userLastModifiedDate = user.userLastModifiedDate,
            .enabled = user.enabled,
            .userStatus = user.userStatus,
            .mfaOptions = user.mfaOptions};
}

} // namespace

WhyPage::WhyPage(Workspace &workspace, QWidget *parent)
    : Page(tr("Why can’t this user sign in?"), parent)
    , m_workspace(workspace)
    , m_lookup(workspace.access().client(), workspace.access().userPoolId())
    , m_repair(&workspace.access())
    , m_facts(workspace.access().clock())
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(12);
    m_outcome = new Callout(this);
    m_outcome->setObjectName(QStringLiteral("why.outcome"));
    m_outcome->setReadableByKeyboard();
    m_callout = new Callout(this);
    m_callout->setObjectName(QStringLiteral("why.callout"));
    m_callout->setReadableByKeyboard();
    m_peopleCard = new PeopleCard(this);
    m_view = new TroubleView(this);
    m_askOne = new LinkButton(tr("&Ask AdminGetUser whom this name means…"), this);
    m_askOne->setObjectName(QStringLiteral("why.askOne"));
    column->addWidget(buildSearch());
    for (QWidget *part : {static_cast<QWidget *>(m_outcome), static_cast<QWidget *>(m_callout),
                          static_cast<QWidget *>(m_peopleCard), static_cast<QWidget *>(m_view)})
        column->addWidget(part);
    column->addWidget(m_askOne, 0, Qt::AlignLeft);
    setScrollingBody(body, pageWidth);
    connectSearch();
    connectAnswer();
    clearResult();
    showBusy();
    m_name->setText(m_workspace.drafts().troubledUser);
    if (!m_workspace.access().canSign())
        sayThatNobodySigns();
}

WhyPage::~WhyPage()
{
    m_workspace.drafts().troubledUser = m_name->text();
}

QWidget *WhyPage::buildSearch()
{
    auto *card = new Card(this);
    m_form = new Form(card);
    m_name = new QLineEdit(card);
    m_name->setObjectName(QStringLiteral("why.name"));
    m_name->setClearButtonEnabled(true);
    m_form->addRow(
        tr("&User"), m_name,
        tr("An e-mail address, a phone number, a user name or a sub, typed or pasted. Looking changes nothing "
           "and counts as no activity of the user."));
    m_search = new PrimaryButton(tr("Find out"), card);
    m_search->setObjectName(QStringLiteral("why.search"));
    m_cancel = new LinkButton(tr("Cancel"), card);
    m_cancel->setObjectName(QStringLiteral("why.cancel"));
    m_busy = new BusyIndicator(card);
    m_form->addButtons({m_search, m_cancel, m_busy});
    card->contentLayout()->addWidget(m_form);
    return card;
}

void WhyPage::connectSearch()
{
    connect(m_name, &QLineEdit::returnPressed, this, &WhyPage::search);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_leads = false;
        m_form->clearError(m_name);
    });
    connect(m_search, &QPushButton::clicked, this, &WhyPage::search);
    connect(m_cancel, &QPushButton::clicked, this, &WhyPage::cancel);
    connect(&m_lookup, &users::UserLookup::busyChanged, this, &WhyPage::showBusy);
    connect(&m_lookup, &users::UserLookup::found, this, &WhyPage::showFound);
    connect(&m_lookup, &users::UserLookup::resolved, this, &WhyPage::showAsked);
    connect(&m_lookup, &users::UserLookup::failed, this, &WhyPage::showLookupError);
}

void WhyPage::connectAnswer()
{
    connect(m_peopleCard, &PeopleCard::chosen, this, &WhyPage::choose);
    connect(m_askOne, &QPushButton::clicked, this, &WhyPage::askForOne);
    connect(&m_repair, &auth::UserRepair::busyChanged, this, &WhyPage::showBusy);
    connect(&m_repair, &auth::UserRepair::done, this, &WhyPage::showDone);
    connect(&m_repair, &auth::UserRepair::failed, this, &WhyPage::showRepairError);
    connect(m_view, &TroubleView::remedyChosen, this, &WhyPage::askBefore);
    connect(m_view, &TroubleView::signInChosen, this,
            [this](const QString &username) { m_workspace.requestSignIn({.username = username}, false); });
    connect(m_view, &TroubleView::lockOutEndChosen, this, &WhyPage::endLockOut);
    for (Callout *callout : {m_outcome, m_callout})
        connect(callout, &Callout::actionTriggered, this, &WhyPage::runAction);
    connect(&m_workspace, &Workspace::troubleRequested, this, &WhyPage::lookFor);
    for (const auto signal : {&auth::UserPoolAccess::settingsChanged, &auth::UserPoolAccess::clockJumped})
        connect(&m_workspace.access(), signal, this, [this] {
            if (m_result.typed.isEmpty())
                return;
            m_facts.forget(); // the clock ends temporary passwords and lock-outs
            judge();
        });
}

void WhyPage::sayThatNobodySigns()
{
    m_form->setEnabled(false);
    m_callout->setContent(
        {.tone = Tone::Caution,
         .title = tr("Users of this pool cannot be looked up from here."),
         .body = tr("ListUsers and all that administrators do must be signed with AWS credentials, and this connection "
                    "names none. Nothing is sent."),
         .whatToDo = tr("Say in the connection where its AWS keys come from. Or try to sign in as the user does: the "
                        "error is explained there."),
         .actions = {{QStringLiteral("editConnection"), tr("Edit the connection")},
                     {QStringLiteral("signIn"), tr("Sign in")}}});
}

// Ready to be typed into, however one came here.
void WhyPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (event->spontaneous())
        return;
    if (m_name->isEnabled())
        m_name->setFocus();
    else
        m_callout->focusTitle();
    askSandboxAgain(); // on another page somebody may have been locked out meanwhile
}

// While a repair is under way the page still speaks of another user.
void WhyPage::lookFor(const QString &name)
{
    if (m_repair.isBusy()) {
        m_awaited = name;
        return;
    }
    m_name->setText(name);
    search();
}

void WhyPage::search()
{
    if (m_repair.isBusy() || !m_workspace.access().canSign())
        return;
    m_form->clearErrors();
    m_outcome->clear();
    m_callout->clear();
    m_chosen.clear();
    clearResult();
    m_wanted = m_name->text();
    m_again = false;
    m_asking = false;
    m_leads = true;
    m_lookup.find(m_wanted);
}

// What was found before may not hold any more.
void WhyPage::lookAgain()
{
    m_callout->clear();
    if (!m_result.typed.isEmpty())
        m_wanted = m_result.typed;
    m_again = true;
    m_asking = false;
    m_lookup.find(m_wanted);
}

// After a repair: at the same user, or at whom it was asked for meanwhile. What came of the repair stays.
void WhyPage::lookOn()
{
    if (m_awaited.isEmpty()) {
        lookAgain();
        return;
    }
    const Callout::Content said = m_outcome->content();
    lookFor(std::exchange(m_awaited, {}));
    m_outcome->setContent(said);
}

void WhyPage::cancel()
{
    m_name->setFocus();
    m_lookup.cancel();
    m_asking = false;
    if (!m_repair.isBusy())
        return;
    const QString came = progressSentence(m_repair.cancel());
    showOutcome(Tone::Caution, (tr("Stopped waiting: the request may still be carried out.") + u' ' + came).trimmed());
    lookOn();
}

void WhyPage::showBusy()
{
    const bool busy = m_lookup.isBusy() || m_repair.isBusy();
    leaveWhatIsDisabled();
    m_search->setEnabled(!busy);
    m_cancel->setVisible(busy);
    m_peopleCard->setEnabled(!busy);
    m_view->setEnabled(!busy);
    m_askOne->setEnabled(!busy);
    if (busy)
        m_busy->start(m_repair.isBusy() ? tr("Working…") : tr("Looking…"));
    else
        m_busy->stop();
}

// Qt would go on to whatever stands next; Enter must not press that. In the field it does nothing by then.
void WhyPage::leaveWhatIsDisabled()
{
    const QWidget *focus = window()->focusWidget();
    const bool busy = m_lookup.isBusy() || m_repair.isBusy();
    const QList<QWidget *> going =
        busy ? QList<QWidget *>{m_search, m_peopleCard, m_view, m_askOne} : QList<QWidget *>{m_cancel};
    const bool leaves = std::any_of(going.cbegin(), going.cend(), [focus](const QWidget *part) {
        return focus && (part == focus || part->isAncestorOf(focus));
    });
    if (leaves)
        m_name->setFocus();
}

bool WhyPage::mayLead() const
{
    const QWidget *focus = window()->focusWidget();
    return m_leads && isVisible() && (!focus || focus == window() || isAncestorOf(focus));
}

// So that the answer is read out, and Tab goes on from it; not away from another part of the window.
void WhyPage::leadTo(Callout *callout)
{
    if (mayLead())
        callout->focusTitle();
}

void WhyPage::clearResult()
{
    m_result = {};
    m_people.clear();
    m_asked.reset();
    m_facts.forget();
    m_peopleCard->hide();
    m_askOne->hide();
    m_view->clear();
}

void WhyPage::showFound(const users::LookupResult &result)
{
    m_result = result;
    m_asked.reset();
    m_facts.forget();
    m_people = result.exact;
    if (m_people.isEmpty())
        m_people = diagnosis::named(result.similar, result.typed);
    const bool exact = !m_people.isEmpty();
    const bool known = std::any_of(m_people.cbegin(), m_people.cend(),
                                   [this](const idp::UserType &user) { return user.username == m_chosen; });
    if (!known)
        m_chosen = exact ? m_people.first().username.value_or(QString()) : QString();
    showPeople(exact ? tr("Several users have this name") : tr("Users with similar names"),
               exact ? m_people : result.similar);
    m_askOne->show();
    judge();
    if (m_again || !mayLead()) // the outcome has it
        return;
    if (m_peopleCard->isVisible())
        m_peopleCard->focusList();
    else
        m_view->focusFirst();
}

void WhyPage::showPeople(const QString &title, const QList<idp::UserType> &people)
{
    m_peopleCard->setPeople(title, people, m_chosen, m_people.size() > 1);
    m_peopleCard->setVisible(m_people.isEmpty() ? !people.isEmpty() : people.size() > 1);
}

// Of the list: one of several, or somebody who only has a similar name and is looked at under their own.
void WhyPage::choose(const QString &username)
{
    const auto isMeant = [&username](const idp::UserType &user) { return user.username == username; };
    const bool hasTheName = std::any_of(m_people.cbegin(), m_people.cend(), isMeant);
    if (hasTheName && username == m_chosen)
        return;
    m_outcome->clear();
    m_callout->clear();
    if (!hasTheName) {
        const auto similar = std::find_if(m_result.similar.cbegin(), m_result.similar.cend(), isMeant);
        if (similar == m_result.similar.cend())
            return;
        m_asked.reset();
        m_people = {*similar};
        m_result.typed = diagnosis::knownAs(*similar);
    }
    m_chosen = username;
    sayWhomTheNameMeans();
    judge();
}

void WhyPage::lookInto(sandbox::Sandbox &sandbox)
{
    m_facts.lookInto(sandbox);
    connect(&m_facts, &SandboxFacts::changed, this, &WhyPage::judge);
    connect(&m_facts, &SandboxFacts::outdated, this, &WhyPage::askSandboxAgain);
}

void WhyPage::askSandboxAgain()
{
    const auto user = std::find_if(m_people.cbegin(), m_people.cend(),
                                   [this](const idp::UserType &one) { return one.username == m_chosen; });
    if (user == m_people.cend())
        return;
    m_facts.forget();
    askSandbox(*user);
}

// What it answers is judged with the rest.
void WhyPage::askSandbox(const idp::UserType &user)
{
    m_facts.ask(m_workspace.access().userPoolId(), user.username.value_or(QString()));
}

void WhyPage::judge()
{
    const auth::UserPoolAccess &access = m_workspace.access();
    if (m_people.isEmpty()) {
        m_view->setTrouble(diagnosis::troubleOfNobody(m_result, access.settings()), true);
        return;
    }
    diagnosis::SignInCase given{.typed = m_result.typed,
                                .user = m_people.first(),
                                .others = {},
                                .settings = access.settings(),
                                .nowMs = access.clock().nowMs(),
                                .othersKnown = m_result.sawAll(),
                                .asked = isAskedAbout(m_chosen) ? m_asked : std::nullopt,
                                .expiresOnDemand = access.connection().kind == profiles::Connection::Kind::Sandbox};
    for (const idp::UserType &user : std::as_const(m_people)) {
        if (user.username == m_chosen)
            given.user = user;
        else
            given.others.append(user);
    }
    askSandbox(given.user);
    given.told = m_facts.told();
    m_view->setTrouble(diagnosis::troubleOf(given), access.connection().readOnly);
}

void WhyPage::showLookupError(const Error &error)
{
    if (error.kind == Error::Kind::Validation && error.code.startsWith(QLatin1StringView("Name"))) {
        m_form->setError(m_name, error.message);
        m_name->setFocus();
        return;
    }
    Callout::Content content = explained(error, m_workspace.facts(), {QStringLiteral("editConnection")}).content;
    if (!std::exchange(m_asking, false)) {
        clearResult();
        content.actions.append({QStringLiteral("lookAgain"), tr("Look again")});
    }
    if (m_again) {
        content.body = QStringList{content.title, content.body}.join(u' ').trimmed();
        content.title = tr("The user could not be looked at again.");
    }
    m_callout->setContent(content);
    if (!m_again)
        leadTo(m_callout);
}

void WhyPage::runAction(const QString &action)
{
    if (action == u"signIn")
        m_workspace.showPage(pages::SignIn);
    else if (action == u"editConnection")
        m_workspace.requestConnectionEditing();
    else if (action == u"lookAgain") {
        m_callout->clear();
        m_leads = true;
        m_lookup.find(m_wanted);
    }
}

void WhyPage::askForOne()
{
    const bool isSandbox = m_workspace.hasMailbox();
    const QString text =
        isSandbox
            ? tr("The sandbox counts nothing. On AWS a user who is asked for in this way counts as active in that "
                 "month, which may appear on the bill.")
            : tr("AWS counts a user who is asked for in this way as active in this month, which may appear on the "
                 "bill. It tells for whom the service takes the name, and the user's second factors.");
    const Confirmation question{.title = tr("Ask AdminGetUser for %1?").arg(m_result.typed),
                                .text = text,
                                .verb = tr("Ask"),
                                .typedName = {},
                                .destructive = false};
    askToConfirm(this, question, [this] {
        m_wanted = m_result.typed;
        m_again = false;
        m_asking = true;
        m_leads = true;
        m_outcome->clear();
        m_callout->clear();
        m_lookup.resolve(m_wanted);
    });
}

void WhyPage::showAsked(const idp::AdminGetUserResponse &user)
{
    m_asking = false;
    if (m_result.typed != m_wanted)
        return;
    m_asked = user;
    const auto isSame = [&user](const idp::UserType &one) { return one.username == user.username; };
    const auto listed = std::find_if(m_people.begin(), m_people.end(), isSame);
    if (listed == m_people.end())
        m_people.prepend(asListed(user));
    else
        *listed = asListed(user);
    m_chosen = user.username.value_or(QString());
    showPeople(tr("Several users have this name"), m_people);
    sayWhomTheNameMeans();
    m_facts.forget();
    judge();
    leadTo(m_outcome);
}

bool WhyPage::isAskedAbout(const QString &username) const
{
    return m_asked && m_asked->username == username;
}

// Asking costs: what was answered stands whenever that user is looked at.
void WhyPage::sayWhomTheNameMeans()
{
    if (isAskedAbout(m_chosen))
        m_outcome->setContent(
            {.tone = Tone::Neutral, .title = tr("The service takes this name for %1.").arg(chosenName())});
}

QString WhyPage::chosenName() const
{
    const auto user = std::find_if(m_people.cbegin(), m_people.cend(),
                                   [this](const idp::UserType &one) { return one.username == m_chosen; });
    return user == m_people.cend() ? m_chosen : diagnosis::fullNameOf(*user);
}

} // namespace poolscope::ui
