#include "sandbox/seed/seedcommand.h"

#include "sandbox/control/controls.h"
#include "sandbox/datafolder.h"
#include "sandbox/print.h"
#include "sandbox/seed/person.h"
#include "sandbox/seed/seeder.h"
#include "sandbox/service.h"
#include "sandbox/signalwatch.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>

#include <chrono>

namespace poolscope::sandbox {

namespace {

struct SeedCommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(SandboxCommand)
};

constexpr qint64 mostUsers = 10'000'000;

struct SeedParser
{
    QCommandLineParser parser;
    QCommandLineOption users{QStringLiteral("users"), SeedCommandTexts::tr("Make so many users."),
                             QStringLiteral("number")};
    QCommandLineOption data{
        QStringLiteral("data"),
        SeedCommandTexts::tr("The folder with the data. Without it, that of the window's sandbox is filled."),
        QStringLiteral("folder")};
    QCommandLineOption pool{QStringLiteral("pool"),
                            SeedCommandTexts::tr("The user pool to fill. Without it, the demo pool is filled."),
                            QStringLiteral("id")};
    QCommandLineOption seed{QStringLiteral("seed"), SeedCommandTexts::tr("The same number makes the same people."),
                            QStringLiteral("number"), QStringLiteral("1")};
    QCommandLineOption signIn{
        QStringLiteral("sign-in"),
        SeedCommandTexts::tr("So many of the first users get a password; no password fits the others, because each "
                             "one takes milliseconds to make."),
        QStringLiteral("number"), QStringLiteral("100")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")},
                            SeedCommandTexts::tr("Show this help and end.")};

    SeedParser()
    {
        parser.setApplicationDescription(SeedCommandTexts::tr(
            "Fills a user pool of the sandbox with made-up people in every state. Their mail addresses lie in domains "
            "that are kept free for examples; nothing is sent to anybody."));
        parser.addOptions({users, data, pool, seed, signIn, help});
    }
};

std::optional<QString> readSeedOptions(const SeedParser &p, SeedRequest &request, Options &options)
{
    const QCommandLineParser &given = p.parser;
    if (!given.positionalArguments().isEmpty())
        return SeedCommandTexts::tr("Unexpected argument: %1").arg(given.positionalArguments().first());
    const auto number = [&](const QCommandLineOption &option) {
        bool fine = false;
        const qint64 value = given.value(option).toLongLong(&fine);
        return fine ? value : -1;
    };
    request.users = number(p.users);
    if (request.users < 1 || request.users > mostUsers)
        return SeedCommandTexts::tr("--users takes a number from 1 to %1.").arg(mostUsers);
    request.signIn = number(p.signIn);
    if (request.signIn < 0)
        return SeedCommandTexts::tr("--sign-in takes a number from 0, not \"%1\".").arg(given.value(p.signIn));
    bool isSeed = false;
    request.seed = given.value(p.seed).toULongLong(&isSeed);
    if (!isSeed)
        return SeedCommandTexts::tr("--seed takes a number, not \"%1\".").arg(given.value(p.seed));
    for (const QCommandLineOption &option : {p.data, p.pool}) {
        if (given.isSet(option) && given.value(option).isEmpty())
            return SeedCommandTexts::tr("--%1 needs a value.").arg(option.names().first());
    }
    request.poolId = given.value(p.pool);
    options.dataDir = given.isSet(p.data) ? given.value(p.data) : windowDataFolder();
    return std::nullopt;
}

QString counted(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

QString describe(SeedState state, qint64 count)
{
    const QString number = counted(count);
    switch (state) {
    case SeedState::Confirmed:
        return SeedCommandTexts::tr("%1 confirmed").arg(number);
    case SeedState::AliasTaken:
        return SeedCommandTexts::tr("%1 unconfirmed, with an address that another user has verified").arg(number);
    case SeedState::Unconfirmed:
        return SeedCommandTexts::tr("%1 unconfirmed").arg(number);
    case SeedState::Invited:
        return SeedCommandTexts::tr("%1 invited, with a temporary password").arg(number);
    case SeedState::InvitationExpired:
        return SeedCommandTexts::tr("%1 invited, with a temporary password that has expired").arg(number);
    case SeedState::ResetRequired:
        return SeedCommandTexts::tr("%1 who must reset their password").arg(number);
    case SeedState::Disabled:
        return SeedCommandTexts::tr("%1 disabled").arg(number);
    case SeedState::EmailUnverified:
        return SeedCommandTexts::tr("%1 confirmed, with an e-mail address that is not verified").arg(number);
    case SeedState::PhoneUnverified:
        break;
    }
    return SeedCommandTexts::tr("%1 confirmed, with a phone number that is not verified").arg(number);
}

void printReport(const SeedReport &report)
{
    print(stdout, SeedCommandTexts::tr("%1 users were made in the user pool %2 (%3):")
                      .arg(counted(report.users), report.poolId, report.poolName));
    for (std::size_t state = 0; state < report.states.size(); ++state) {
        if (report.states.at(state) > 0)
            print(stdout, QStringLiteral("    ") + describe(SeedState(state), report.states.at(state)));
    }
    if (report.memberships > 0)
        print(stdout, SeedCommandTexts::tr("Some are in the groups %1.").arg(report.groups.join(QStringLiteral(", "))));
    if (report.signIn > 0) {
        print(stdout, SeedCommandTexts::tr("The first %1 of them, as ListUsers lists them, have the password %2.")
                          .arg(counted(report.signIn), report.password));
    }
    if (report.signIn < report.users)
        print(stdout, SeedCommandTexts::tr("No password fits the others; AdminSetUserPassword gives them one."));
}

// At most one line a second.
class ProgressLines final
{
public:
    void show(const SeedProgress &progress)
    {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last < std::chrono::seconds(1))
            return;
        m_last = now;
        const QString text = progress.indexing ? SeedCommandTexts::tr("%1 of %2 indexes made")
                                               : SeedCommandTexts::tr("%1 of %2 users made");
        print(stderr, text.arg(counted(progress.done), counted(progress.of)));
    }

private:
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

int seedWith(QCoreApplication &application, const SeedRequest &request, const Options &options)
{
    Controls controls([] {}, [] {}); // nobody turns them here
    std::atomic_bool unwanted = false;
    ProgressLines lines;
    int exitCode = 1;
    Service service(options, controls, {.messagesChanged = [] {}, .failed = [](const Error &) {}}); // nothing listens
    const auto finish = [&](const Result<SeedReport> &result) { // on the service thread
        if (result) {
            printReport(*result);
            exitCode = 0;
        } else if (result.error().kind == Error::Kind::Cancelled) {
            print(stderr, SeedCommandTexts::tr("Stopped. No user was made."));
        } else {
            print(stderr, result.error().message);
        }
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    };
    const SignalWatch watch([&] { unwanted = true; });
    service.start([&](const Result<Service::Started> &started) {
        if (started)
            service.seed(
                request, unwanted, [&](const SeedProgress &progress) { lines.show(progress); }, finish);
        else
            finish(failure(started.error()));
    });
    application.exec();
    service.shutDown(); // what the thread still does goes before the things above
    return exitCode;
}

} // namespace

int runSeed(QCoreApplication &application, const QStringList &arguments)
{
    SeedParser p;
    SeedRequest request;
    Options options{.listens = false};
    std::optional<QString> wrong;
    if (!p.parser.parse(QStringList{QStringLiteral("poolscope sandbox seed")} + arguments))
        wrong = p.parser.errorText();
    else if (p.parser.isSet(p.help)) {
        print(stdout, p.parser.helpText());
        return 0;
    } else {
        wrong = readSeedOptions(p, request, options);
    }
    if (wrong) {
        print(stderr, *wrong);
        return 2;
    }
    return seedWith(application, request, options);
}

} // namespace poolscope::sandbox
