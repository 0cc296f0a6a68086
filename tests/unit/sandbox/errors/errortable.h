#pragma once

#include "testworld.h"

#include <QTest>

// The tables of what operations refuse: a condition, and the exact exception and text.
namespace poolscope::sandbox::test {

using Act = std::function<QString(TestWorld &)>; // gives the verdict

inline void addErrorColumns()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("expected");
}

inline void row(const char *name, const Act &act, const QString &expected)
{
    QTest::newRow(name) << act << expected;
}

inline void row(const QByteArray &name, const Act &act, const QString &expected)
{
    row(name.constData(), act, expected);
}

extern const QString wrongPassword;
extern const QString noSuchUser;
extern const QString noSuchCombination;
extern const QString mismatch;
extern const QString expired;
extern const QString limit;
extern const QString policy; // begins the texts of the password policy
extern const QString unknownClient;
extern const QString unknownPool;
extern const QString disabledUser;
extern const QString mustReset;

using Names = QList<idp::AttributeType>;

// Single calls, with their verdict.
idp::SignUpRequest signUp(const QString &client, const QString &name, const QString &password = goodPassword,
                          const Names &attributes = {});
QString confirm(TestWorld &w, const QString &client, const QString &name, const QString &code);
QString resend(TestWorld &w, const QString &client, const QString &name);
QString forgot(TestWorld &w, const QString &client, const QString &name);
QString confirmForgot(TestWorld &w, const QString &client, const QString &name, const QString &code,
                      const QString &password = otherPassword);
QString initiate(TestWorld &w, const QString &client, const QString &flow, const QMap<QString, QString> &parameters);
QString other(const QString &code); // a code that it is not

} // namespace poolscope::sandbox::test
