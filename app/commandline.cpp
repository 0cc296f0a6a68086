#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace poolscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString usage(const QCommandLineParser &parser)
{
    return parser.helpText() + QStringLiteral("\n%1\n  poolscope sandbox [--help]   %2\n")
                                   .arg(Texts::tr("Commands:"), Texts::tr("The sandbox alone, without a window."));
}

tl::unexpected<CommandLineEnd> refuse(const QString &text)
{
    return tl::unexpected<CommandLineEnd>({2, text + QLatin1Char('\n')});
}

} // namespace

tl::expected<WindowOptions, CommandLineEnd> parseWindowOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Workbench for Amazon Cognito user pools."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, Texts::tr("Show this help and end."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     Texts::tr("Show the version and end."));
    const QCommandLineOption profile(QStringLiteral("profile-dir"),
                                     Texts::tr("Keep settings and the sandbox's data in DIR."), QStringLiteral("DIR"));
    const QCommandLineOption language(QStringLiteral("language"), Texts::tr("en or ko."), QStringLiteral("LANG"));
    const QCommandLineOption theme(QStringLiteral("theme"), Texts::tr("light, dark or system."),
                                   QStringLiteral("THEME"));
    const QCommandLineOption port(QStringLiteral("sandbox-port"),
                                  Texts::tr("Port of the embedded sandbox; 0 takes any free one."),
                                  QStringLiteral("PORT"), QStringLiteral("9229"));
    const QCommandLineOption noKeychain(QStringLiteral("no-keychain"), Texts::tr("Keep secrets in memory only."));
    parser.addOptions({help, version, profile, language, theme, port, noKeychain});

    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(help))
        return tl::unexpected<CommandLineEnd>({0, usage(parser)});
    if (parser.isSet(version))
        return tl::unexpected<CommandLineEnd>({0, QStringLiteral("poolscope " POOLSCOPE_VERSION "\n")});
    if (!parser.positionalArguments().isEmpty())
        return refuse(Texts::tr("Unknown command: %1").arg(parser.positionalArguments().first()));

    WindowOptions options;
    options.profileDir = parser.value(profile);
    options.language = parser.value(language);
    options.theme = parser.value(theme);
    options.keychain = !parser.isSet(noKeychain);
    bool isPort = false;
    options.sandboxPort = parser.value(port).toUShort(&isPort);
    if (!isPort)
        return refuse(Texts::tr("--sandbox-port takes a number from 0 to 65535, not \"%1\".").arg(parser.value(port)));
    if (!options.language.isEmpty() && options.language != u"en" && options.language != u"ko")
        return refuse(Texts::tr("--language takes en or ko, not \"%1\".").arg(options.language));
    if (!options.theme.isEmpty() && options.theme != u"light" && options.theme != u"dark" && options.theme != u"system")
        return refuse(Texts::tr("--theme takes light, dark or system, not \"%1\".").arg(options.theme));
    return options;
}

} // namespace poolscope
