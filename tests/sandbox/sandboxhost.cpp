#include "sandbox/headless.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.value(0) == QLatin1StringView("sandbox")) // as the program is called
        arguments.removeFirst();
    return poolscope::sandbox::runHeadless(application, arguments);
}
