#include "app/commandline.h"

#include <QCommandLineParser>

namespace poolscope {

namespace {

QString usage(const QCommandLineParser &parser)
{
    return parser.helpText() +
           QStringLiteral("\nCommands:\n  poolscope sandbox [--help]   The sandbox pool alone, without a window.\n");
}

tl::unexpected<CommandLineEnd> refuse(const QString &text)
{
    return tl::unexpected<CommandLineEnd>({2, text + QLatin1Char('\n')});
}

} // namespace

tl::expected<WindowOptions, CommandLineEnd> parseWindowOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Workbench for Amazon Cognito user pools."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile-dir"),
                                     QStringLiteral("Keep settings and the sandbox's data in DIR."),
                                     QStringLiteral("DIR"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("en or ko."), QStringLiteral("LANG"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark or system."),
                                   QStringLiteral("THEME"));
    const QCommandLineOption port(QStringLiteral("sandbox-port"),
                                  QStringLiteral("Port of the embedded sandbox; 0: any free one."),
                                  QStringLiteral("PORT"), QStringLiteral("9229"));
    const QCommandLineOption noKeychain(QStringLiteral("no-keychain"), QStringLiteral("Keep secrets in memory only."));
    parser.addOptions({profile, language, theme, port, noKeychain});

    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(help))
        return tl::unexpected<CommandLineEnd>({0, usage(parser)});
    if (parser.isSet(version))
        return tl::unexpected<CommandLineEnd>({0, QStringLiteral("poolscope " POOLSCOPE_VERSION "\n")});
    if (!parser.positionalArguments().isEmpty())
        return refuse(QStringLiteral("Unknown command '%1'.").arg(parser.positionalArguments().first()));

    WindowOptions options;
    options.profileDir = parser.value(profile);
    options.language = parser.value(language);
    options.theme = parser.value(theme);
    options.keychain = !parser.isSet(noKeychain);
    bool isPort = false;
    options.sandboxPort = parser.value(port).toUShort(&isPort);
    if (!isPort)
        return refuse(QStringLiteral("'%1' is not a port.").arg(parser.value(port)));
    if (!options.language.isEmpty() && options.language != u"en" && options.language != u"ko")
        return refuse(QStringLiteral("There is no language '%1'; en or ko.").arg(options.language));
    if (!options.theme.isEmpty() && options.theme != u"light" && options.theme != u"dark" && options.theme != u"system")
        return refuse(QStringLiteral("There is no theme '%1'; light, dark or system.").arg(options.theme));
    return options;
}

} // namespace poolscope
