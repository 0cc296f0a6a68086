#include "app/clocknotice.h"
#include "transport/activitylog.h"
#include "transport/serverclock.h"
#include "ui/activity/activitypanel.h"
#include "ui/common/emptystate.h"
#include "ui/common/page.h"
#include "ui/common/secretclipboard.h"
#include "ui/mailbox/mailboxpanel.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/banners.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shotscreens.h"

#include <QDateTime>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace poolscope::ui {

namespace {

class FixedMailbox final : public MailboxSource
{
public:
    explicit FixedMailbox(QList<sandbox::Message> messages)
        : m_messages(std::move(messages))
    {
    }
    void messages(QObject *context, std::function<void(Result<QList<sandbox::Message>>)> handler) override
    {
        QMetaObject::invokeMethod(
            context, [this, handler] { handler(m_messages); }, Qt::QueuedConnection);
    }
    void expire(qint64, QObject *context, std::function<void(Result<void>)> handler) override
    {
        QMetaObject::invokeMethod(
            context, [handler] { handler({}); }, Qt::QueuedConnection);
    }

private:
    QList<sandbox::Message> m_messages;
};

QList<sandbox::Message> twoMessages()
{
    sandbox::Message newest;
    newest.id = 2;
    newest.timeMs = QDateTime::currentMSecsSinceEpoch();
    newest.to = QStringLiteral("sunny@example.com");
    newest.subject = QStringLiteral("Your verification code");
    newest.code = QStringLiteral("564258");
    newest.body = QStringLiteral("Your confirmation code is 564258");
    sandbox::Message older = newest;
    older.id = 1;
    older.timeMs -= 60'000;
    older.code = QStringLiteral("118203");
    older.body = QStringLiteral("Your confirmation code is 118203");
    older.state = sandbox::Message::State::Replaced;
    return {newest, older};
}

std::shared_ptr<transport::ActivityLog> filledLog()
{
    auto log = std::make_shared<transport::ActivityLog>();
    const auto add = [&](const QString &operation, int status, const QString &code, const QString &id,
                         const transport::UserAction &action) {
        transport::ActivityEntry entry;
        entry.startedAt = QDateTime::currentDateTimeUtc();
        entry.action = action;
        entry.service = QStringLiteral("cognito-idp");
        entry.operation = operation;
        entry.url = QUrl(QStringLiteral("http://127.0.0.1:9229/"));
        entry.endpointHost = QStringLiteral("127.0.0.1:9229");
        entry.httpStatus = status;
        entry.errorCode = code;
        entry.state =
            code.isEmpty() ? transport::ActivityEntry::State::Succeeded : transport::ActivityEntry::State::Failed;
        entry.durationMs = 7;
        entry.requestId = id;
        entry.request.set(QStringLiteral("ClientId"), QStringLiteral("3k9f0demo"));
        entry.request.set(QStringLiteral("Username"), QStringLiteral("sunny@example.com"));
        entry.response.set(QStringLiteral("__type"), code);
        log->add(entry);
    };
    add(QStringLiteral("SignUp"), 200, {}, QStringLiteral("5f0c1234-0000-4000-8000-000000000091"),
        QStringLiteral("Sign up"));
    const transport::UserAction confirm(QStringLiteral("Confirm the sign-up"));
    add(QStringLiteral("ConfirmSignUp"), 400, QStringLiteral("CodeMismatchException"),
        QStringLiteral("a71e1234-0000-4000-8000-00000000000d"), confirm);
    add(QStringLiteral("ResendConfirmationCode"), 200, {}, QStringLiteral("c2b81234-0000-4000-8000-000000000077"),
        confirm);
    return log;
}

PageFactory pageFactory(const QString &id, const QString &title, const QString &iconName, Section section)
{
    return {.id = id,
            .title = title,
            .iconName = iconName,
            .section = section,
            .shortcut = {},
            .create = [title](QWidget *parent) {
                auto *page = new Page(title, parent);
                page->setFillingBody(new EmptyState(QStringLiteral("list-add"), title, QStringLiteral("—"), page));
                return page;
            }};
}

QList<PageFactory> somePages()
{
    return {
        pageFactory(QStringLiteral("signup"), QStringLiteral("Sign up"), QStringLiteral("list-add-user"), Section::Try),
        pageFactory(QStringLiteral("signin"), QStringLiteral("Sign in"), QStringLiteral("system-log-out"),
                    Section::Try),
        pageFactory(QStringLiteral("tokens"), QStringLiteral("Tokens"), QStringLiteral("password-show-on"),
                    Section::Try),
        pageFactory(QStringLiteral("users"), QStringLiteral("Users"), QStringLiteral("system-users"),
                    Section::Inspect)};
}

profiles::Connection sandboxConnection()
{
    profiles::Connection connection;
    connection.id = QString(profiles::sandboxId);
    connection.name = QStringLiteral("Sandbox");
    connection.kind = profiles::Connection::Kind::Sandbox;
    connection.environment = profiles::Environment::Sandbox;
    connection.userPoolId = QStringLiteral("us-east-1_Demo01");
    return connection;
}

profiles::Connection productionConnection()
{
    profiles::Connection connection;
    connection.id = QStringLiteral("acme");
    connection.name = QStringLiteral("acme-prod");
    connection.userPoolId = QStringLiteral("eu-west-1_Kx83Ja2Qe");
    connection.environment = profiles::Environment::Production;
    connection.readOnly = true;
    return connection;
}

std::unique_ptr<MainWindow> makeWindow(std::vector<std::shared_ptr<void>> &keep, bool empty)
{
    auto log = empty ? std::make_shared<transport::ActivityLog>() : filledLog();
    auto mailbox = std::make_shared<FixedMailbox>(empty ? QList<sandbox::Message>{} : twoMessages());
    keep.push_back(log);
    keep.push_back(mailbox);
    auto clipboard = std::make_shared<SecretClipboard>();
    keep.push_back(clipboard);
    MainWindow::Parts parts;
    parts.pages = somePages();
    parts.activityPanel = [log](QWidget *parent) { return new ActivityPanel(log.get(), parent); };
    parts.mailboxPanel = [mailbox, clipboard](QWidget *parent) {
        return new MailboxPanel(mailbox.get(), *clipboard, parent);
    };
    auto window = std::make_unique<MainWindow>(std::move(parts));
    window->setConnections({sandboxConnection(), productionConnection()});
    window->setConnection(sandboxConnection());
    window->setEndpointText(QStringLiteral("Sandbox · us-east-1_Demo01 · 127.0.0.1:9229"));
    window->setKeychainText(QStringLiteral("Keychain: Secret Service"));
    window->setMailboxAvailable(true);
    window->setMailboxCount(empty ? 0 : 1);
    window->setActivityShown(true);
    return window;
}

// Twenty minutes, by the Date header of the service's last answer.
std::unique_ptr<QWidget> makeClockNotice(std::vector<std::shared_ptr<void>> &keep)
{
    auto window = makeWindow(keep, true);
    window->setConnection(productionConnection());
    window->setMailboxAvailable(false);
    window->setActivityShown(false);
    auto clock = std::make_shared<transport::ServerClock>();
    auto notice = std::make_shared<ClockNotice>(*window->banners());
    keep.push_back(clock);
    keep.push_back(notice);
    notice->watch(*clock, profiles::Connection::Kind::Aws);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString date =
        QLocale::c().toString(now.addSecs(-20 * 60), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    clock->observe(now.toMSecsSinceEpoch(), now.toMSecsSinceEpoch(), date.toLatin1(), {});
    return window;
}

std::unique_ptr<QWidget> makeProduction(std::vector<std::shared_ptr<void>> &keep)
{
    auto window = makeWindow(keep, true);
    window->setConnection(productionConnection());
    window->setMailboxAvailable(false);
    window->setActivityShown(false);
    window->setEndpointText(QStringLiteral("acme-prod · eu-west-1_Kx83Ja2Qe"));
    window->banners()->show(QStringLiteral("keychain"),
                            {.tone = Tone::Caution,
                             .title = QStringLiteral("This desktop session has no keychain."),
                             .body = QStringLiteral("Sessions live in memory only and end with the program.")});
    return window;
}

} // namespace

void addShots_shell(ShotList &list)
{
    list.add({QStringLiteral("shell"), ShotList::window, [](auto &keep) { return makeWindow(keep, false); }});
    list.add({QStringLiteral("shell-activity-details"), ShotList::window,
              [](auto &keep) { return makeWindow(keep, false); },
              [](QWidget *window) {
                  part<ActivityPanel>(window, QStringLiteral("activityPanel"))->setDetailsShown(true);
                  waitFor(window, QStringLiteral("activityJson"));
              }});
    list.add({QStringLiteral("shell-activity-grouped"), ShotList::window,
              [](auto &keep) { return makeWindow(keep, false); },
              [](QWidget *window) { window->findChild<QPushButton *>(QStringLiteral("activityGroup"))->click(); }});
    list.add({QStringLiteral("shell-activity-nothing"), ShotList::window,
              [](auto &keep) { return makeWindow(keep, false); },
              [](QWidget *window) {
                  window->findChild<QLineEdit *>(QStringLiteral("activitySearch"))->setText(QStringLiteral("nowhere"));
              }});
    list.add({QStringLiteral("shell-empty"), ShotList::window, [](auto &keep) { return makeWindow(keep, true); }});
    list.add({QStringLiteral("shell-production"), ShotList::window, makeProduction});
    list.add({QStringLiteral("shell-clock"), ShotList::window, makeClockNotice});
    list.add({QStringLiteral("shell-settings"), QSize(440, 220),
              [](auto &) { return std::make_unique<SettingsDialog>(nullptr, nullptr, QString()); }});
    list.add({QStringLiteral("shell-about"), QSize(440, 240), [](auto &) { return std::make_unique<AboutDialog>(); }});
    list.add({QStringLiteral("shell-palette"), QSize(520, 380), [](auto &keep) -> std::unique_ptr<QWidget> {
                  auto window = std::shared_ptr<MainWindow>(makeWindow(keep, true));
                  keep.push_back(window);
                  auto palette = std::make_unique<CommandPalette>();
                  palette->openWith(window->commands());
                  return palette;
              }});
}

} // namespace poolscope::ui
