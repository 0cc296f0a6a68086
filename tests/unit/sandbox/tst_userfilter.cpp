#include "sandbox/rules/userfilter.h"

#include <QTest>

using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

class TestUserFilter final : public QObject
{
    Q_OBJECT

private slots:
    void parse_data();
    void parse();
    void refused_data();
    void refused();
    void none();
};

void TestUserFilter::parse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("attribute");
    QTest::addColumn<bool>("startsWith");
    QTest::addColumn<QString>("value");
    QTest::newRow("equals") << u"email = \"a@b.c\""_s << u"email"_s << false << u"a@b.c"_s;
    QTest::newRow("no blanks") << u"email=\"a@b.c\""_s << u"email"_s << false << u"a@b.c"_s;
    QTest::newRow("starts with") << u"given_name ^= \"Jo\""_s << u"given_name"_s << true << u"Jo"_s;
    QTest::newRow("starts with, no blanks") << u"name^=\"Jo\""_s << u"name"_s << true << u"Jo"_s;
    QTest::newRow("quotation mark inside") << u"name = \"a \\\"b\\\"\""_s << u"name"_s << false << u"a \"b\""_s;
    QTest::newRow("empty value") << u"name = \"\""_s << u"name"_s << false << QString();
    QTest::newRow("status of the user") << u"cognito:user_status = \"CONFIRMED\""_s << u"cognito:user_status"_s << false
                                        << u"CONFIRMED"_s;
    QTest::newRow("outer blanks") << u"  sub = \"x\"  "_s << u"sub"_s << false << u"x"_s;
}

void TestUserFilter::parse()
{
    QFETCH(const QString, text);
    const auto filter = parseUserFilter(text);
    QVERIFY(filter && *filter);
    QTEST((*filter)->attribute, "attribute");
    QTEST((*filter)->op == UserFilter::Operator::StartsWith, "startsWith");
    QTEST((*filter)->value, "value");
}

void TestUserFilter::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const QString syntax = u"Error while parsing filter"_s;
    QTest::newRow("no operator") << u"email \"a\""_s << syntax;
    QTest::newRow("other operator") << u"email != \"a\""_s << syntax;
    QTest::newRow("no quotation marks") << u"email = a"_s << syntax;
    QTest::newRow("open value") << u"email = \"a"_s << syntax;
    QTest::newRow("only a mark") << u"email = \""_s << syntax;
    QTest::newRow("two conditions") << u"email = \"a\" and name = \"b\""_s << syntax;
    QTest::newRow("no attribute") << u"= \"a\""_s << syntax;
    QTest::newRow("a word") << u"email"_s << syntax;
    QTest::newRow("blank in the operator") << u"email ^ = \"a\""_s << syntax;
    QTest::newRow("custom attribute") << u"custom:foo = \"a\""_s << u"Invalid search attribute: custom:foo"_s;
    QTest::newRow("not searchable") << u"birthdate = \"a\""_s << u"Invalid search attribute: birthdate"_s;
    QTest::newRow("case of the name") << u"Email = \"a\""_s << u"Invalid search attribute: Email"_s;
}

void TestUserFilter::refused()
{
    QFETCH(const QString, text);
    QFETCH(const QString, message);
    const auto filter = parseUserFilter(text);
    QVERIFY(!filter);
    QCOMPARE(filter.error().code, u"InvalidParameterException"_s);
    QCOMPARE(filter.error().message, message);
}

void TestUserFilter::none()
{
    const auto filter = parseUserFilter(u"");
    QVERIFY(filter && !*filter);
}

QTEST_GUILESS_MAIN(TestUserFilter)
#include "tst_userfilter.moc"
