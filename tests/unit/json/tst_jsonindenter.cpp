#include "json/indenter.h"
#include "json/reader.h"
#include "json/writer.h"

#include <QTest>

using namespace poolscope;

class JsonIndenterTest final : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheBytes_data();
    void keepsTheBytes();
    void laysOutAsTheWriterDoes_data();
    void laysOutAsTheWriterDoes();
    void largeTexts_data();
    void largeTexts();
    void losesNothingOfWhatIsNoJson_data();
    void losesNothingOfWhatIsNoJson();
};

namespace {

QByteArray withoutBlanks(QByteArray text)
{
    for (const char blank : {' ', '\t', '\r', '\n'})
        text.replace(blank, QByteArrayView());
    return text;
}

} // namespace

void JsonIndenterTest::keepsTheBytes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &expected) {
        QTest::newRow(name) << json << expected;
    };
    row("escapes", R"({"a":"\u00e9\/\u202E\ud83d\ude00\t"})", "{\n  \"a\": \"\\u00e9\\/\\u202E\\ud83d\\ude00\\t\"\n}");
    row("names with escapes", R"({"\u0061":1})", "{\n  \"\\u0061\": 1\n}");
    row("numbers", "[1.10,1e400,-0,1E+2,123456789012345678901234567890]",
        "[\n  1.10,\n  1e400,\n  -0,\n  1E+2,\n  123456789012345678901234567890\n]");
    row("order", R"({"z":1,"a":2,"m":3})", "{\n  \"z\": 1,\n  \"a\": 2,\n  \"m\": 3\n}");
    row("duplicates", R"({"a":1,"a":2,"a":1})", "{\n  \"a\": 1,\n  \"a\": 2,\n  \"a\": 1\n}");
    row("strings that hold braces", R"({"a":"{[,:]}","b":["}"]})",
        "{\n  \"a\": \"{[,:]}\",\n  \"b\": [\n    \"}\"\n  ]\n}");
    row("strings that hold quotes and backslashes", R"({"a":"\"{\\","b":"\\\\\"}"})",
        "{\n  \"a\": \"\\\"{\\\\\",\n  \"b\": \"\\\\\\\\\\\"}\"\n}");
    row("blanks in strings stay, others go", "{ \"a b\" :\t\" x  y \" ,\r\n\"c\": [ ] , \"d\":{\n}}",
        "{\n  \"a b\": \" x  y \",\n  \"c\": [],\n  \"d\": {}\n}");
    row("words", "[true,false,null]", "[\n  true,\n  false,\n  null\n]");
    row("a scalar", " 7 ", "7");
    row("UTF-8", "{\"이름\":\"선희\"}", "{\n  \"이름\": \"선희\"\n}");
    row("nothing", "", "");
}

void JsonIndenterTest::keepsTheBytes()
{
    QFETCH(QByteArray, json);
    QTEST(json::indented(json), "expected");
}

void JsonIndenterTest::laysOutAsTheWriterDoes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nested") << QByteArray(R"({"a":[1,{"b":[],"c":{}},[[2]]],"d":"x"})");
    QTest::newRow("64 deep") << QByteArray(QByteArray(64, '[') + '7' + QByteArray(64, ']'));
}

void JsonIndenterTest::laysOutAsTheWriterDoes()
{
    QFETCH(QByteArray, json);
    const auto document = json::read(json);
    QVERIFY(document);
    QCOMPARE(json::indented(json), json::write(document->root, json::Layout::Indented));
}

void JsonIndenterTest::largeTexts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("one string") << QByteArray("{\"a\":\"" + QByteArray(1024 * 1024, 'x') + "\"}");
    QTest::newRow("many members") << QByteArray("{\"a\":1" + QByteArray(",\"b\":[2]").repeated(128 * 1024) + "}");
    QTest::newRow("nothing but backslashes") << QByteArray("\"" + QByteArray(1024 * 1024, '\\') + "\"");
}

void JsonIndenterTest::largeTexts()
{
    QFETCH(QByteArray, json);
    const QByteArray shown = json::indented(json);
    QCOMPARE(withoutBlanks(shown), json);
    if (const auto document = json::read(json); document)
        QVERIFY(json::read(shown)->root == document->root);
}

void JsonIndenterTest::losesNothingOfWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a string that is not closed") << QByteArray(R"({"a":"x\)");
    QTest::newRow("closing brackets only") << QByteArray("]}]}");
    QTest::newRow("wrong brackets") << QByteArray("[}{]");
    QTest::newRow("1 MB of opening brackets") << QByteArray(1024 * 1024, '[');
    QTest::newRow("any bytes") << QByteArray("\x00\xff{\x01,\xc3:\x7f", 9);
}

void JsonIndenterTest::losesNothingOfWhatIsNoJson()
{
    QFETCH(QByteArray, text);
    const QByteArray shown = json::indented(text, 4);
    QCOMPARE(withoutBlanks(shown), text);
    QVERIFY(shown.size() <= 10 * text.size() + 10); // the blanks do not grow with the depth
}

QTEST_APPLESS_MAIN(JsonIndenterTest)
#include "tst_jsonindenter.moc"
