#include "ui/why/whypage.h"

#include "auth/passwordrules.h"
#include "auth/userpoolaccess.h"
#include "ui/common/busyindicator.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/card.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/form.h"
#include "ui/common/labels.h"
#include "ui/why/repairtexts.h"
#include "ui/why/setpassworddialog.h"
#include "ui/why/troubleview.h"
#include "ui/workspace/explained.h"
#include "ui/workspace/workspace.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace poolscope::ui {

namespace {

constexpr int pageWidth = 820;
constexpr int mostRows = 6; // of the list of people, before it scrolls

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

QString lineOf(const idp::UserType &user)
{
    QStringList parts{diagnosis::knownAs(user)};
    const QString name = user.username.value_or(QString());
    if (name != parts.first())
        parts += name;
    parts += user.userStatus.value_or(QString());
    if (!user.enabled.value_or(true))
        parts += WhyPage::tr("disabled");
    return parts.join(QStringLiteral(" · "));
}

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

WhyPage::WhyPage(Workspace &workspace, QWidget *parent)
    : Page(tr("Why can’t this user sign in?"), parent)
    , m_workspace(workspace)
    , m_lookup(workspace.access().client(), workspace.access().userPoolId())
    , m_repair(&workspace.access())
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->setSpacing(12);
    m_callout = new Callout(this);
    m_callout->setObjectName(QStringLiteral("why.callout"));
    m_view = new TroubleView(this);
    m_askOne = new LinkButton(tr("&Ask for whom the service takes this name (AdminGetUser)…"), this);
    m_askOne->setObjectName(QStringLiteral("why.askOne"));
    column->addWidget(buildSearch());
    column->addWidget(m_callout);
    column->addWidget(buildPeople());
    column->addWidget(m_view);
    column->addWidget(m_askOne, 0, Qt::AlignLeft);
    setScrollingBody(body, pageWidth);
    connectFlows();
    clearResult();
    showBusy();
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

QWidget *WhyPage::buildPeople()
{
    auto *card = new Card(this);
    card->setDense(true);
    m_peopleCard = card;
    m_list = new QListWidget(card);
    m_list->setObjectName(QStringLiteral("why.people"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QLabel *title = headingLabel({}, card);
    title->setObjectName(QStringLiteral("why.peopleTitle"));
    card->contentLayout()->addWidget(title);
    card->contentLayout()->addWidget(m_list);
    return card;
}

void WhyPage::connectFlows()
{
    connect(m_name, &QLineEdit::returnPressed, this, &WhyPage::search);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_form->clearError(m_name); });
    connect(m_search, &QPushButton::clicked, this, &WhyPage::search);
    connect(m_cancel, &QPushButton::clicked, &m_lookup, &users::UserLookup::cancel);
    connect(m_askOne, &QPushButton::clicked, this, &WhyPage::askForOne);
    // Among several who have the name, moving is choosing; somebody else is looked at only when asked for.
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && m_people.size() > 1)
            choose(item->data(Qt::UserRole).toString());
    });
    for (const auto signal : {&QListWidget::itemActivated, &QListWidget::itemClicked})
        connect(m_list, signal, this,
                [this](const QListWidgetItem *item) { choose(item->data(Qt::UserRole).toString()); });
    connect(&m_lookup, &users::UserLookup::busyChanged, this, &WhyPage::showBusy);
    connect(&m_lookup, &users::UserLookup::found, this, &WhyPage::showFound);
    connect(&m_lookup, &users::UserLookup::resolved, this, &WhyPage::showAsked);
    connect(&m_lookup, &users::UserLookup::failed, this, &WhyPage::showError);
    connect(&m_repair, &auth::UserRepair::busyChanged, this, &WhyPage::showBusy);
    connect(&m_repair, &auth::UserRepair::done, this, &WhyPage::showDone);
    connect(&m_repair, &auth::UserRepair::failed, this, &WhyPage::showError);
    connect(m_view, &TroubleView::remedyChosen, this, &WhyPage::askBefore);
    connect(&m_workspace.access(), &auth::UserPoolAccess::settingsChanged, this, [this] {
        if (!m_result.typed.isEmpty())
            judge();
    });
}

void WhyPage::lookFor(const QString &name)
{
    m_name->setText(name);
    search();
}

void WhyPage::search()
{
    if (m_repair.isBusy())
        return;
    m_form->clearErrors();
    m_callout->clear();
    m_chosen.clear();
    clearResult();
    m_lookup.find(m_name->text());
}

void WhyPage::showBusy()
{
    const bool busy = m_lookup.isBusy() || m_repair.isBusy();
    m_search->setEnabled(!busy);
    m_cancel->setVisible(m_lookup.isBusy());
    m_view->setEnabled(!busy);
    m_askOne->setEnabled(!busy);
    if (busy)
        m_busy->start(m_repair.isBusy() ? tr("Working…") : tr("Looking…"));
    else
        m_busy->stop();
}

void WhyPage::clearResult()
{
    m_result = {};
    m_people.clear();
    m_asked.reset();
    m_peopleCard->hide();
    m_askOne->hide();
    m_view->clear();
}

void WhyPage::showFound(const users::LookupResult &result)
{
    m_result = result;
    m_asked.reset();
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
}

void WhyPage::showPeople(const QString &title, const QList<idp::UserType> &people)
{
    const bool offers = m_people.isEmpty() ? !people.isEmpty() : people.size() > 1;
    const QSignalBlocker quiet(m_list); // filling it is not choosing
    m_list->clear();
    for (const idp::UserType &user : people) {
        auto *item = new QListWidgetItem(lineOf(user), m_list);
        item->setData(Qt::UserRole, user.username.value_or(QString()));
        if (user.username == m_chosen)
            m_list->setCurrentItem(item);
    }
    m_list->setAccessibleName(title);
    m_peopleCard->findChild<QLabel *>(QStringLiteral("why.peopleTitle"))->setText(title);
    const int rows = int(qMin<qsizetype>(people.size(), mostRows));
    m_list->setFixedHeight(rows * qMax(m_list->sizeHintForRow(0), fontMetrics().height()) + 8);
    m_peopleCard->setVisible(offers);
}

// Of the list: one of several, or somebody who only has a similar name and is looked at under their own.
void WhyPage::choose(const QString &username)
{
    m_callout->clear();
    m_asked.reset();
    const auto isMeant = [&username](const idp::UserType &user) { return user.username == username; };
    if (std::none_of(m_people.cbegin(), m_people.cend(), isMeant)) {
        const auto similar = std::find_if(m_result.similar.cbegin(), m_result.similar.cend(), isMeant);
        if (similar == m_result.similar.cend())
            return;
        m_people = {*similar};
        m_result.typed = diagnosis::knownAs(*similar);
    }
    m_chosen = username;
    judge();
}

void WhyPage::judge()
{
    const auth::UserPoolAccess &access = m_workspace.access();
    if (m_people.isEmpty()) {
        m_view->setTrouble(diagnosis::troubleOfNobody(m_result.typed, m_result.similar, access.settings()), true);
        return;
    }
    diagnosis::SignInCase given{.typed = m_result.typed,
                                .user = m_people.first(),
                                .others = {},
                                .settings = access.settings(),
                                .nowMs = access.clock().nowMs(),
                                .asked = m_asked};
    for (const idp::UserType &user : std::as_const(m_people)) {
        if (user.username == m_chosen)
            given.user = user;
        else
            given.others.append(user);
    }
    m_view->setTrouble(diagnosis::troubleOf(given), access.connection().readOnly);
}

void WhyPage::showError(const Error &error)
{
    if (error.kind == Error::Kind::Validation && error.code.startsWith(QLatin1StringView("Name"))) {
        m_form->setError(m_name, error.message);
        m_name->setFocus();
        return;
    }
    Callout::Content content = explained(error, m_workspace.facts(), {QStringLiteral("editConnection")}).content;
    if (error.code == u"MissingCredentials") {
        content.title = tr("Users of this pool cannot be looked up: this connection has no AWS credentials.");
        content.body = tr("ListUsers and all that administrators do must be signed. Nothing was sent, so nothing is "
                          "known of this user.");
        content.whatToDo = tr("Ask somebody who may list the pool's users, or try to sign in as the user does: the "
                              "error is explained there.");
    }
    m_callout->setContent(content);
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
        m_typedBefore = m_result.typed;
        m_callout->clear();
        m_lookup.resolve(m_typedBefore);
    });
}

void WhyPage::showAsked(const idp::AdminGetUserResponse &user)
{
    if (m_result.typed != m_typedBefore)
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
    m_callout->setContent({.tone = Tone::Neutral,
                           .title = tr("The service takes this name for %1.").arg(m_chosen),
                           .body = {},
                           .whatToDo = {},
                           .serviceWords = {},
                           .requestId = {},
                           .actions = {}});
    judge();
}

void WhyPage::askBefore(const diagnosis::Remedy &remedy)
{
    const auto proceed = [this, remedy] {
        if (setsPassword(remedy.repair))
            askForPassword(remedy);
        else
            repair(remedy, {});
    };
    const profiles::Connection &connection = m_workspace.access().connection();
    const bool production = connection.environment == profiles::Environment::Production;
    if (setsPassword(remedy.repair) && !production) // its dialog says the same
        return proceed();
    const Confirmation question{.title = tr("%1?").arg(plainVerb(remedy)),
                                .text = tr("User: %1").arg(m_chosen) + QStringLiteral("\n\n") + remedy.effect,
                                .verb = plainVerb(remedy),
                                .typedName = production && remedy.ends ? connection.name : QString(),
                                .destructive = remedy.ends};
    askToConfirm(this, question, proceed);
}

void WhyPage::askForPassword(const diagnosis::Remedy &remedy)
{
    auth::UserPoolAccess &access = m_workspace.access();
    auto *dialog =
        new SetPasswordDialog(m_chosen, remedy, auth::passwordPolicy(access.settings()), access.random(), this);
    connect(dialog, &SetPasswordDialog::chosen, this,
            [this, remedy](const QString &password) { repair(remedy, password); });
    dialog->open();
}

void WhyPage::repair(const diagnosis::Remedy &remedy, const QString &password)
{
    const auto user = std::find_if(m_people.cbegin(), m_people.cend(),
                                   [this](const idp::UserType &one) { return one.username == m_chosen; });
    if (user == m_people.cend())
        return;
    const QString address = diagnosis::knownAs(*user);
    m_callout->clear();
    m_repair.run({.repair = remedy.repair,
                  .username = m_chosen,
                  .password = password,
                  .bySms = address.startsWith(u'+') && !address.contains(u'@')});
}

// Says what was done, then looks again: what was found before may not hold any more.
void WhyPage::showDone(auth::Repair repair, const auth::CodeDelivery &delivery)
{
    m_callout->setContent({.tone = Tone::Good,
                           .title = doneSentence(repair, delivery),
                           .body = {},
                           .whatToDo = {},
                           .serviceWords = {},
                           .requestId = {},
                           .actions = {}});
    m_lookup.find(m_result.typed);
}

} // namespace poolscope::ui
