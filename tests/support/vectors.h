#pragma once

#include <QDir>
#include <QString>
#include <QTest>

namespace poolscope::tests {

// The folder of others' test vectors (variable POOLSCOPE_VECTORS); empty where the variable is unset.
inline QString vectorsFolder()
{
    return qEnvironmentVariable("POOLSCOPE_VECTORS");
}

} // namespace poolscope::tests

// In a test or its _data function: skips where the variable is unset, fails where it names a folder that is missing.
// Afterwards `folder` is a QString with the path of `subfolder`, a QString, in it.
#define POOLSCOPE_REQUIRE_VECTORS(folder, subfolder)                                                                   \
    if (poolscope::tests::vectorsFolder().isEmpty())                                                                   \
        QSKIP("POOLSCOPE_VECTORS is not set: the vectors of others are not checked");                                  \
    const QString folder = poolscope::tests::vectorsFolder() + QLatin1Char('/') + (subfolder);                         \
    QVERIFY2(QDir(folder).exists(), qPrintable(folder))
