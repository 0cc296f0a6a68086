#include "json/value.h"
#include "json/writer.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace poolscope;
using namespace Qt::StringLiterals;

class JsonValueTest final : public QObject
{
    Q_OBJECT

private slots:
    void integers_data();
    void integers();
    void doubles_data();
    void doubles();
    void writesNumbers_data();
    void writesNumbers();
    void members();
    void wrongTypes();
    void copiesAreIndependent();
    void comparesOrderAndText();
    void writesIndented();
    void writesTheStart_data();
    void writesTheStart();
};

void JsonValueTest::integers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<qint64>>("expected");
    using Integer = std::optional<qint64>;
    QTest::newRow("zero") << QByteArray("0") << Integer(0);
    QTest::newRow("negative zero") << QByteArray("-0") << Integer(0);
    QTest::newRow("without fraction") << QByteArray("5.0") << Integer(5);
    QTest::newRow("exponent") << QByteArray("1e3") << Integer(1000);
    QTest::newRow("fraction lifted by the exponent") << QByteArray("1.25e2") << Integer(125);
    QTest::newRow("negative exponent") << QByteArray("1500e-2") << Integer(15);
    QTest::newRow("2^53+1") << QByteArray("9007199254740993") << Integer(9007199254740993);
    QTest::newRow("largest") << QByteArray("9223372036854775807") << Integer(std::numeric_limits<qint64>::max());
    QTest::newRow("least") << QByteArray("-9223372036854775808") << Integer(std::numeric_limits<qint64>::min());
    QTest::newRow("one too large") << QByteArray("9223372036854775808") << Integer();
    QTest::newRow("fraction") << QByteArray("1.5") << Integer();
    QTest::newRow("fraction by exponent") << QByteArray("15e-1") << Integer();
    QTest::newRow("huge exponent") << QByteArray("1e400") << Integer();
    QTest::newRow("exponent beyond 64 bits") << QByteArray("1e99999999999999999999") << Integer();
    QTest::newRow("zero with a huge exponent") << QByteArray("0e99999999999999999999") << Integer(0);
}

void JsonValueTest::integers()
{
    QFETCH(QByteArray, text);
    QFETCH(std::optional<qint64>, expected);
    QCOMPARE(json::Value::number(text).toInteger(), expected);
}

void JsonValueTest::doubles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<double>>("expected");
    QTest::newRow("time with fraction") << QByteArray("1700000000.123") << std::optional(1700000000.123);
    QTest::newRow("exponent") << QByteArray("1.7E9") << std::optional(1.7e9);
    QTest::newRow("too large") << QByteArray("1e400") << std::optional<double>();
}

void JsonValueTest::doubles()
{
    QFETCH(QByteArray, text);
    QFETCH(std::optional<double>, expected);
    QCOMPARE(json::Value::number(text).toDouble(), expected);
}

void JsonValueTest::writesNumbers_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("whole seconds") << 1700000000.0 << QByteArray("1700000000");
    QTest::newRow("milliseconds") << 1700000000.125 << QByteArray("1700000000.125");
    QTest::newRow("shortest") << 0.1 << QByteArray("0.1");
    QTest::newRow("infinity") << std::numeric_limits<double>::infinity() << QByteArray("null");
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << QByteArray("null");
}

void JsonValueTest::writesNumbers()
{
    QFETCH(double, number);
    QFETCH(QByteArray, expected);
    QCOMPARE(json::write(json::Value(number)), expected);
}

void JsonValueTest::members()
{
    json::Value value;
    value.set(u"b"_s, 1);
    value.set(u"a"_s, QLatin1StringView("x"));
    value.set(u"b"_s, true);
    QCOMPARE(json::write(value), QByteArray(R"({"b":true,"a":"x"})"));
    QVERIFY(value.contains("a"));
    QVERIFY(!value.contains(u"c"));
    QVERIFY(value.value("c").isNull());
    value.remove(u"b");
    QCOMPARE(json::write(value), QByteArray(R"({"a":"x"})"));

    json::Value list;
    list.append(value);
    list.append(json::Value());
    QCOMPARE(json::write(list), QByteArray(R"([{"a":"x"},null])"));
}

void JsonValueTest::wrongTypes()
{
    const json::Value text(u"true"_s);
    QVERIFY(!text.toBool());
    QVERIFY(text.toBool(true));
    QVERIFY(!text.toInteger());
    QVERIFY(!text.toDouble());
    QVERIFY(text.numberText().isEmpty());
    QVERIFY(text.elements().isEmpty());
    QVERIFY(text.members().isEmpty());
    QCOMPARE(text.size(), 0);
    QCOMPARE(json::Value(1).toString(u"none"_s), u"none"_s);
    QVERIFY(json::Value(1).value("a").isNull());
}

void JsonValueTest::copiesAreIndependent()
{
    json::Value first = json::Value::object();
    first.set(u"list"_s, json::Value(QList<json::Value>{1, 2}));
    json::Value second = first;
    second.set(u"list"_s, 3);
    QCOMPARE(json::write(first), QByteArray(R"({"list":[1,2]})"));
    QCOMPARE(json::write(second), QByteArray(R"({"list":3})"));
}

void JsonValueTest::comparesOrderAndText()
{
    QVERIFY(json::Value::number("1.0") != json::Value::number("1.00"));
    const json::Value ab(QList<json::Member>{{u"a"_s, 1}, {u"b"_s, 2}});
    const json::Value ba(QList<json::Member>{{u"b"_s, 2}, {u"a"_s, 1}});
    QVERIFY(ab != ba);
    QVERIFY(json::Value::array() != json::Value::object());
    QVERIFY(json::Value() == json::Value());
}

void JsonValueTest::writesIndented()
{
    const json::Value value(QList<json::Member>{
        {u"a"_s, json::Value(QList<json::Value>{1, json::Value::array()})},
        {u"b"_s, json::Value::object()},
    });
    QCOMPARE(json::write(value, json::Layout::Indented),
             QByteArray("{\n  \"a\": [\n    1,\n    []\n  ],\n  \"b\": {}\n}"));
}

void JsonValueTest::writesTheStart_data()
{
    QTest::addColumn<json::Value>("value");
    const json::Value longText = QString(100'000, u'x');
    QTest::newRow("a long text") << longText;
    QTest::newRow("characters of three bytes") << json::Value(QString(100'000, u'한'));
    QTest::newRow("many") << json::Value(QList<json::Value>(100'000, json::Value(7)));
    QTest::newRow("a long text in a member") << json::Value(QList<json::Member>{{u"a"_s, longText}, {u"b"_s, 1}});
    QTest::newRow("a long name") << json::Value(QList<json::Member>{{QString(100'000, u'n'), longText}});
    QTest::newRow("short") << json::Value(QList<json::Member>{{u"a"_s, json::Value(QList<json::Value>{1, u"b"_s})}});
}

void JsonValueTest::writesTheStart()
{
    QFETCH(json::Value, value);
    for (const json::Layout layout : {json::Layout::Compact, json::Layout::Indented}) {
        const QByteArray all = json::write(value, layout);
        for (const qsizetype bytes : {0, 1, 2, 3, 5, 8, 20, 1'000}) {
            const QByteArray start = json::writeStart(value, layout, bytes);
            if (all.size() < bytes)
                QCOMPARE(start, all);
            QVERIFY(start.size() >= std::min(bytes, all.size()));
            QVERIFY2(start.size() <= 3 * bytes + 20, qPrintable(QString::number(start.size())));
            QCOMPARE(start.first(std::min(bytes, start.size())), all.first(std::min(bytes, start.size())));
        }
        QCOMPARE(json::writeStart(value, layout, all.size() + 1), all);
    }
}

QTEST_APPLESS_MAIN(JsonValueTest)
#include "tst_jsonvalue.moc"
