#include "app/application.h"
#include "app/commandline.h"
#include "app/places.h"
#include "app/singleinstance.h"
#include "core/letgo.h"
#include "core/logging.h"
#include "sandbox/headless.h"
#include "sandbox/signalwatch.h"
#include "ui/common/translations.h"

#include <QApplication>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <sys/resource.h>

namespace {

// Memory holds passwords and tokens: a crash must not write it to the disk.
void forbidCoreDumps()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("poolscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(POOLSCOPE_VERSION));
}

int runSandbox(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    nameApplication();
    poolscope::ui::Translations translations;
    translations.install({});
    return poolscope::sandbox::runHeadless(application, application.arguments().mid(2));
}

QStringList plainArguments(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

// Help and bad options, without a display. Parsed once more, because translators need an application object, which a
// window that opens is not to wait for.
int endWithText(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    nameApplication();
    poolscope::ui::Translations translations;
    translations.install({});
    const auto options = poolscope::parseWindowOptions(plainArguments(argc, argv));
    const poolscope::CommandLineEnd end = options ? poolscope::CommandLineEnd() : options.error();
    std::fputs(qPrintable(end.text), end.exitCode == 0 ? stdout : stderr);
    return end.exitCode;
}

// The window of the same profile shows itself instead.
int endBesideAnother(poolscope::SingleInstance::Claim claim)
{
    if (claim == poolscope::SingleInstance::Claim::Called)
        return EXIT_SUCCESS;
    poolscope::ui::Translations translations;
    translations.install({});
    const QString text =
        QCoreApplication::translate("CommandLine", "Another Poolscope uses this profile, and does not answer.");
    std::fputs(qPrintable(text + u'\n'), stderr);
    return EXIT_FAILURE;
}

} // namespace

int main(int argc, char **argv)
{
    poolscope::installRedactingMessageHandler();
    forbidCoreDumps();
    if (argc > 1 && std::strcmp(argv[1], "sandbox") == 0)
        return runSandbox(argc, argv);

    const auto options = poolscope::parseWindowOptions(plainArguments(argc, argv));
    if (!options)
        return endWithText(argc, argv);
    poolscope::freeInSmallSteps();
    QApplication qtApplication(argc, argv);
    nameApplication();
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Poolscope"));
    QGuiApplication::setDesktopFileName(QStringLiteral("dev.poolscope.poolscope"));
    poolscope::SingleInstance instance(poolscope::configDir(*options));
    const auto claim = instance.claim();
    if (claim != poolscope::SingleInstance::Claim::First)
        return endBesideAnother(claim);
    poolscope::Application application(*options);
    QObject::connect(&instance, &poolscope::SingleInstance::called, &application, &poolscope::Application::raise);
    const poolscope::sandbox::SignalWatch signalWatch([&application] { application.end(); });
    application.start();
    return QApplication::exec();
}
