#include "sandbox/headless.h"

#include "httpserver/httpchecks.h"
#include "sandbox/print.h"
#include "sandbox/sandbox.h"
#include "sandbox/seed/seedcommand.h"
#include "sandbox/signalwatch.h"
#include "sandbox/unverifiedtexts.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

namespace poolscope::sandbox {

namespace {

constexpr int failedToRun = 1;
constexpr int wrongUsage = 2;

struct CommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(SandboxCommand)
};

struct Parser
{
    QCommandLineParser parser;
    QCommandLineOption port{QStringLiteral("port"),
                            CommandTexts::tr("Listen on this port of 127.0.0.1; 0 takes any free one."),
                            QStringLiteral("number"), QStringLiteral("0")};
    QCommandLineOption data{
        QStringLiteral("data"),
        CommandTexts::tr("Keep the data in this folder. Without it, a temporary folder is used and removed."),
        QStringLiteral("folder")};
    QCommandLineOption region{QStringLiteral("region"), CommandTexts::tr("The region that pool ids and issuers name."),
                              QStringLiteral("name"), QStringLiteral("us-east-1")};
    QCommandLineOption issuer{
        QStringLiteral("issuer"),
        CommandTexts::tr("\"service\": tokens name the service as their issuer; \"local\": this sandbox."),
        QStringLiteral("form"), QStringLiteral("service")};
    QCommandLineOption choice{QStringLiteral("choice"),
                              CommandTexts::tr("Set a named choice; may be given several times."),
                              QStringLiteral("name=value")};
    QCommandLineOption allowHost{
        QStringLiteral("allow-host"),
        CommandTexts::tr("A risk: also answer requests to this host name, on any port, as containers and proxies send "
                         "them; may be given several times. The sandbox still listens on 127.0.0.1 alone."),
        QStringLiteral("name")};
    QCommandLineOption allowOrigin{
        QStringLiteral("allow-origin"),
        CommandTexts::tr("A risk: also let the pages of this origin use the user pools, such as "
                         "https://app.example.com; may be given several times. The mailbox stays closed to them."),
        QStringLiteral("origin")};
    QCommandLineOption listChoices{QStringLiteral("list-choices"), CommandTexts::tr("List the named choices and end.")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, CommandTexts::tr("Show this help and end.")};

    Parser()
    {
        parser.setApplicationDescription(CommandTexts::tr("Runs the sandbox: user pools of your own on this machine."));
        parser.addOptions({port, data, region, issuer, choice, allowHost, allowOrigin, listChoices, help});
    }
};

bool isRegionName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^[a-z]{2}(-[a-z]+)+-[0-9]+$"));
    return form.match(name).hasMatch();
}

std::optional<QString> readAccess(const Parser &p, Options &options)
{
    for (const QString &host : p.parser.values(p.allowHost)) {
        options.allowedHosts << host.toLower();
        if (!httpserver::isHostName(options.allowedHosts.last().toUtf8()))
            return CommandTexts::tr("--allow-host takes a name such as host.docker.internal, not \"%1\".").arg(host);
    }
    for (const QString &origin : p.parser.values(p.allowOrigin)) {
        options.allowedOrigins << origin.toLower();
        if (!httpserver::isOrigin(options.allowedOrigins.last().toUtf8()))
            return CommandTexts::tr("--allow-origin takes an origin such as https://app.example.com, not \"%1\".")
                .arg(origin);
    }
    return std::nullopt;
}

// Nothing in the error's place: all is well. Otherwise what is wrong, in one sentence.
std::optional<QString> readOptions(Parser &p, Options &options)
{
    const QCommandLineParser &given = p.parser;
    if (!given.positionalArguments().isEmpty())
        return CommandTexts::tr("Unexpected argument: %1").arg(given.positionalArguments().first());
    bool isNumber = false;
    const uint port = given.value(p.port).toUInt(&isNumber);
    if (!isNumber || port > 65535)
        return CommandTexts::tr("--port takes a number from 0 to 65535, not \"%1\".").arg(given.value(p.port));
    options.port = quint16(port);
    if (given.isSet(p.data) && given.value(p.data).isEmpty())
        return CommandTexts::tr("--data needs a folder.");
    options.dataDir = given.value(p.data);
    options.region = given.value(p.region);
    if (!isRegionName(options.region))
        return CommandTexts::tr("--region takes a name such as us-east-1, not \"%1\".").arg(options.region);
    const QString issuer = given.value(p.issuer);
    if (issuer != QLatin1StringView("service") && issuer != QLatin1StringView("local"))
        return CommandTexts::tr("--issuer takes \"service\" or \"local\", not \"%1\".").arg(issuer);
    options.localIssuer = issuer == QLatin1StringView("local");
    const QStringList choices = given.values(p.choice);
    for (const QString &choice : choices)
        options.choices.insert(choice.section(u'=', 0, 0), choice.section(u'=', 1));
    if (const auto made = Choices::make(allChoices(), options.choices); !made)
        return made.error().message;
    return readAccess(p, options);
}

// On stderr: programs read stdout.
void printRisks(const Options &options)
{
    if (!options.allowedHosts.isEmpty()) {
        print(stderr, CommandTexts::tr("Risk: whoever reaches this sandbox as %1 can use it and read its mailbox.")
                          .arg(options.allowedHosts.join(QStringLiteral(", "))));
    }
    if (!options.allowedOrigins.isEmpty()) {
        print(stderr, CommandTexts::tr("Risk: every page of %1 that a browser on this machine shows can use the user "
                                       "pools.")
                          .arg(options.allowedOrigins.join(QStringLiteral(", "))));
    }
}

void printChoices()
{
    const QList<Choice> all = allChoices();
    for (const Choice &choice : all) {
        print(stdout,
              QStringLiteral("%1 = %2 (%3)").arg(choice.name, choice.values.join(QStringLiteral(" | ")), choice.mark));
        print(stdout, QStringLiteral("    ") + choice.description);
    }
    print(stdout, CommandTexts::tr("Accepted without effect (a star stands for unknown keys):"));
    const QStringList accepted = acceptedWithoutEffect();
    for (const QString &line : accepted)
        print(stdout, QStringLiteral("    ") + line);
    print(stdout, CommandTexts::tr("Texts that are not verified (… stands for what they name):"));
    const QList<UnverifiedText> unverified = unverifiedTexts();
    for (const UnverifiedText &one : unverified)
        print(stdout, QStringLiteral("    %1 (%2)").arg(one.text, one.mark));
}

int serve(QCoreApplication &application, const Options &options)
{
    int exitCode = 0;
    Sandbox sandbox(options);
    const auto quit = [&](int code) {
        exitCode = code;
        application.quit();
    };
    QObject::connect(&sandbox, &Sandbox::started, &application, [&](const QUrl &url) {
        printRisks(options);
        print(stdout, QStringLiteral("Listening on ") + url.toString());
    });
    QObject::connect(&sandbox, &Sandbox::damagedDataMovedAside, &application, [](const QString &path) {
        print(stderr,
              CommandTexts::tr("The database was damaged. It was moved to %1, and a new one was made.").arg(path));
    });
    QObject::connect(&sandbox, &Sandbox::failed, &application, [&](const Error &error) {
        print(stderr, error.message);
        quit(failedToRun);
    });
    QObject::connect(&sandbox, &Sandbox::stopped, &application, [&] { quit(0); });
    const SignalWatch watch([&] {
        if (sandbox.isRunning())
            sandbox.stop();
        else
            quit(0); // the destructor ends what was being started
    });
    sandbox.start();
    application.exec();
    return exitCode;
}

} // namespace

int runHeadless(QCoreApplication &application, const QStringList &arguments)
{
    if (!arguments.isEmpty() && arguments.first() == QLatin1StringView("seed"))
        return runSeed(application, arguments.mid(1));
    Parser p;
    const bool parsed = p.parser.parse(QStringList{QStringLiteral("poolscope sandbox")} + arguments);
    std::optional<QString> wrong;
    Options options;
    if (!parsed)
        wrong = p.parser.errorText();
    else if (p.parser.isSet(p.help)) {
        print(stdout, p.parser.helpText() + QStringLiteral("\n%1\n  poolscope sandbox seed [--help]   %2")
                                                .arg(CommandTexts::tr("Commands:"),
                                                     CommandTexts::tr("Fills a user pool with made-up people.")));
        return 0;
    } else {
        wrong = readOptions(p, options);
    }
    if (wrong) {
        print(stderr, *wrong);
        return wrongUsage;
    }
    if (p.parser.isSet(p.listChoices)) {
        printChoices();
        return 0;
    }
    return serve(application, options);
}

} // namespace poolscope::sandbox
