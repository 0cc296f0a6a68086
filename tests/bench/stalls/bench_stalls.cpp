// How long the GUI thread keeps the event loop from turning, in the program's whole window, on a sandbox in the same
// process, while the data is large. The bar is 16 ms, a frame; the exit code says whether it was held.
// Usage: bench_stalls [--users COUNT] [tokens] [users] [activity] [mailbox]
#include "scenarios.h"
#include "stallwatch.h"

#include "core/letgo.h"

#include <QCommandLineParser>

#include <cstdio>
#include <cstdlib>

using namespace poolscope::bench;

int main(int argc, char **argv)
{
    poolscope::freeInSmallSteps(); // as the program does
    WatchedApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption users(QStringLiteral("users"), QStringLiteral("How many users the pool has."),
                                   QStringLiteral("count"), QStringLiteral("100000"));
    parser.addOption(users);
    parser.addPositionalArgument(QStringLiteral("scenarios"),
                                 QStringLiteral("tokens, users, activity, mailbox; none: all"));
    parser.process(application);
    const QStringList chosen = parser.positionalArguments();
    const auto wanted = [&chosen](QLatin1StringView name) { return chosen.isEmpty() || chosen.contains(name); };

    std::printf("the longest time that the event loop does not turn; median of rounds (%s)\n",
                qPrintable(QGuiApplication::platformName()));
    bool within = true;
    if (wanted(QLatin1StringView("tokens")))
        within &= measureTokens(application);
    if (wanted(QLatin1StringView("activity")))
        within &= measureActivity(application);
    if (wanted(QLatin1StringView("mailbox")))
        within &= measureMailbox(application, 1'000);
    if (wanted(QLatin1StringView("users")))
        within &= measureUsers(application, parser.value(users).toInt());
    return within ? EXIT_SUCCESS : EXIT_FAILURE;
}
