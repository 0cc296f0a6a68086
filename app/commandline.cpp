#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace poolscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// What Qt takes for itself, as its documentation lists it, with one dash or two.
struct QtOption
{
    enum class Value { None, Next, NextOrJoined }; // joined: behind a '='
    QLatin1StringView name;
    Value value = Value::Next;
};

constexpr QtOption qtOptions[] = {
    {QLatin1StringView("display")},
    {QLatin1StringView("geometry")},
    {QLatin1StringView("platform")},
    {QLatin1StringView("platformpluginpath")},
    {QLatin1StringView("platformtheme")},
    {QLatin1StringView("plugin")},
    {QLatin1StringView("qmljsdebugger"), QtOption::Value::NextOrJoined},
    {QLatin1StringView("qwindowgeometry")},
    {QLatin1StringView("qwindowicon")},
    {QLatin1StringView("qwindowtitle")},
    {QLatin1StringView("reverse"), QtOption::Value::None},
    {QLatin1StringView("session")},
    {QLatin1StringView("style"), QtOption::Value::NextOrJoined},
    {QLatin1StringView("stylesheet"), QtOption::Value::NextOrJoined},
    {QLatin1StringView("widgetcount"), QtOption::Value::None},
};

// How many arguments from this one on are Qt's.
int takenByQt(const QStringList &arguments, qsizetype index)
{
    QStringView name = arguments.at(index);
    if (!name.startsWith(u'-'))
        return 0;
    name = name.sliced(name.startsWith(u"--") ? 2 : 1);
    const qsizetype equals = name.indexOf(u'=');
    const bool joined = equals >= 0;
    const QStringView bare = joined ? name.first(equals) : name;
    const auto *option =
        std::find_if(std::begin(qtOptions), std::end(qtOptions), [&](const QtOption &one) { return one.name == bare; });
    if (option == std::end(qtOptions) || (joined && option->value != QtOption::Value::NextOrJoined))
        return 0;
    if (joined || option->value == QtOption::Value::None)
        return 1;
    return index + 1 < arguments.size() ? 2 : 0;
}

QStringList withoutQtOptions(const QStringList &arguments)
{
    QStringList left;
    for (qsizetype i = 0; i < arguments.size();) {
        const int taken = i == 0 ? 0 : takenByQt(arguments, i); // the first is the program
        if (taken == 0)
            left.append(arguments.at(i));
        i += std::max(taken, 1);
    }
    return left;
}

QString usage(const QCommandLineParser &parser)
{
    return parser.helpText() + QStringLiteral("\n%1\n\n%2\n  poolscope sandbox [--help]   %3\n")
                                   .arg(Texts::tr("Qt's own options work as well: -platform, -style, -qwindowgeometry, "
                                                  "-session and others."),
                                        Texts::tr("Commands:"), Texts::tr("The sandbox alone, without a window."));
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

    if (!parser.parse(withoutQtOptions(arguments)))
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
