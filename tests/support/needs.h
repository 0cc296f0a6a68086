#pragma once

#include <QTest>

// In a test: a program of others that is missing is told and passed over at a desk; in CI, where all are installed, it is a
// defect.
#define POOLSCOPE_NEEDS(there, text)                                                                                   \
    do {                                                                                                               \
        if (!(there)) {                                                                                                \
            QVERIFY2(qEnvironmentVariable("CI") != QLatin1StringView("true"), text);                                   \
            QSKIP(text);                                                                                               \
        }                                                                                                              \
    } while (false)
