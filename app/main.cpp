#include "app/application.h"
#include "app/commandline.h"
#include "core/logging.h"
#include "sandbox/headless.h"

#include <QApplication>
#include <QCoreApplication>

#include <cstdio>
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
    return poolscope::sandbox::runHeadless(application, application.arguments().mid(2));
}

// Help and bad options are answered before a display is needed.
QStringList plainArguments(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

} // namespace

int main(int argc, char **argv)
{
    poolscope::installRedactingMessageHandler();
    forbidCoreDumps();
    if (argc > 1 && std::strcmp(argv[1], "sandbox") == 0)
        return runSandbox(argc, argv);

    const auto options = poolscope::parseWindowOptions(plainArguments(argc, argv));
    if (!options) {
        std::fputs(qPrintable(options.error().text), options.error().exitCode == 0 ? stdout : stderr);
        return options.error().exitCode;
    }
    QApplication qtApplication(argc, argv);
    nameApplication();
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Poolscope"));
    QGuiApplication::setDesktopFileName(QStringLiteral("dev.poolscope.poolscope"));
    poolscope::Application application(*options);
    application.start();
    return QApplication::exec();
}
