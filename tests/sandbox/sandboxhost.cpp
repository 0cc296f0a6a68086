#include "sandbox/headless.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    return poolscope::sandbox::runHeadless(application, QCoreApplication::arguments().sliced(1));
}
