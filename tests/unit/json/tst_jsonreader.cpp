#include "json/reader.h"
#include "json/writer.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace poolscope;
using namespace Qt::StringLiterals;

namespace {

QByteArray nested(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

} // namespace

class JsonReaderTest final : public QObject
{
    Q_OBJECT

private slots:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void readsStrings_data();
    void readsStrings();
    void reportsDuplicates_data();
    void reportsDuplicates();
    void reportsFewDuplicatesOfMany();
    void keepsDuplicates();
    void limits();
    void saysWhere();
    void isReentrant();
};

// Each row is written back exactly as it was read, so nothing may be rounded, reordered or lost.
void JsonReaderTest::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("true") << QByteArray("true");
    QTest::newRow("false") << QByteArray("false");
    QTest::newRow("zero") << QByteArray("0");
    QTest::newRow("negative zero") << QByteArray("-0");
    QTest::newRow("integer") << QByteArray("[42]");
    QTest::newRow("trailing zero kept") << QByteArray("[1.10]");
    QTest::newRow("too large for a double") << QByteArray("[1e400]");
    QTest::newRow("too small for a double") << QByteArray("[-1E-999]");
    QTest::newRow("exponent with plus") << QByteArray("[1E+2]");
    QTest::newRow("2^53+1") << QByteArray("[9007199254740993]");
    QTest::newRow("beyond 64 bits") << QByteArray("[123456789012345678901234567890]");
    QTest::newRow("many digits") << QByteArray("[0.1000000000000000055511151231257827]");
    QTest::newRow("number at the root") << QByteArray("-12.5e-3");
    QTest::newRow("string at the root") << QByteArray(R"("text")");
    QTest::newRow("empty string") << QByteArray(R"("")");
    QTest::newRow("empty array") << QByteArray("[]");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("empty name") << QByteArray(R"({"":0})");
    QTest::newRow("order of members") << QByteArray(R"({"z":1,"a":2,"m":{"y":[],"b":{}}})");
    QTest::newRow("duplicates") << QByteArray(R"({"a":1,"a":2})");
    QTest::newRow("mixed") << QByteArray(R"([null,true,false,1,"a",[],{},[[]],{"a":[{}]}])");
    QTest::newRow("escapes") << QByteArray(R"(["\"\\\b\f\n\r\t"])");
    QTest::newRow("NUL") << QByteArray(R"(["a\u0000b"])");
    QTest::newRow("control characters") << QByteArray(R"(["\u0001\u001f\u007f"])");
    QTest::newRow("not ASCII") << QByteArray(R"({"이름":"Zoë 😀"})");
    QTest::newRow("noncharacter") << QByteArray("[\"\xEF\xBF\xBF\"]");
    QTest::newRow("depth 64") << nested(64);
    QTest::newRow("wide after deep") << QByteArray("[" + nested(63) + "," + nested(63) + "]");
}

void JsonReaderTest::accepts()
{
    QFETCH(QByteArray, text);
    const auto document = json::read(text);
    QVERIFY2(document, document ? "" : qPrintable(document.error().message));
    QCOMPARE(json::write(document->root), text);

    const auto padded = json::read(" \t\r\n" + text + "\n ");
    QVERIFY(padded);
    QCOMPARE(padded->root, document->root);

    const auto indented = json::read(json::write(document->root, json::Layout::Indented));
    QVERIFY(indented);
    QCOMPARE(indented->root, document->root);
}

void JsonReaderTest::refuses_data()
{
    using Code = json::ReadError::Code;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Code>("code");
    const auto row = [](const char *name, const QByteArray &text, Code code = Code::Syntax) {
        QTest::newRow(name) << text << code;
    };
    row("nothing", {}, Code::Empty);
    row("blanks", " \n\t ", Code::Empty);
    row("byte order mark", "\xEF\xBB\xBF[]");
    row("byte order mark after a blank", " \xEF\xBB\xBF[]");
    row("UTF-16", QByteArray("[\0]\0", 4));
    row("NUL after the value", QByteArray("[]\0", 3));
    row("NUL inside", QByteArray("[\0]", 3));
    row("trailing word", "{} x");
    row("trailing value", "{}{}");
    row("trailing bracket", "[]]");
    row("trailing comma after the value", "[],");
    row("two strings", R"("a" "b")");
    row("two numbers", "1 2");
    row("comment", "[1]//x");
    row("trailing comma in an array", "[1,]");
    row("trailing comma in an object", R"({"a":1,})");
    row("leading comma", "[,1]");
    row("double comma", "[1,,2]");
    row("missing comma", "[1 2]");
    row("missing comma in an object", R"({"a":1 "b":2})");
    row("missing colon", R"({"a" 1})");
    row("missing value", R"({"a":})");
    row("missing name", "{:1}");
    row("name only", R"({"a"})");
    row("bare name", "{a:1}");
    row("single quotes", "['a']");
    row("number as name", "{1:2}");
    row("null as name", "{null:2}");
    row("colon in an array", R"(["a":1])");
    row("open array", "[");
    row("open object", "{");
    row("open inner array", "[[]");
    row("closing only", "]");
    row("crossed brackets", "[1}");
    row("crossed braces", R"({"a":1])");
    row("open string", R"(["a])");
    row("open escape", R"(["a\)");
    row("cut literal", R"({"a":tru})");
    row("cut literal at the root", "nul");
    row("long literal", "[nulll]");
    row("literals without a comma", "[true false]");
    row("upper-case literal", "[True]");
    row("NaN", "[NaN]");
    row("Infinity", "[-Infinity]");
    row("minus only", "-");
    row("minus in an array", "[-]");
    row("plus", "[+1]");
    row("leading zero", "[01]");
    row("leading zero after minus", "[-01]");
    row("point first", "[.5]");
    row("point last", "[1.]");
    row("point before an exponent", "[1.e5]");
    row("empty exponent", "[1e]");
    row("empty signed exponent", "[1e+]");
    row("two points", "[1.2.3]");
    row("hexadecimal", "[0x1F]");
    row("number with a letter", "[1a]");
    row("digits not of ASCII", "[\xEF\xBC\x91]");
    row("unknown escape", R"(["\x41"])");
    row("escaped apostrophe", R"(["\'"])");
    row("short \\u", R"(["\u12"])");
    row("\\u with a sign", R"(["\u+123"])");
    row("lone high surrogate", R"(["\ud800"])");
    row("lone low surrogate", R"(["\udc00"])");
    row("two high surrogates", R"(["\ud800\ud800"])");
    row("reversed pair", R"(["\ude00\ud83d"])");
    row("high surrogate before a letter", R"(["\ud800\u0041"])");
    row("lone surrogate as a name", R"({"\udfff":1})");
    row("line break in a string", "[\"a\nb\"]");
    row("tab in a string", "[\"a\tb\"]");
    row("NUL in a string", QByteArray("[\"a\0b\"]", 7));
    row("form feed as a blank", "[\f1]");
    row("no-break space as a blank", "[\xC2\xA0"
                                     "1]");
    row("stray continuation byte", "[\"\x80\"]", Code::InvalidUtf8);
    row("overlong slash", "[\"\xC0\xAF\"]", Code::InvalidUtf8);
    row("surrogate in UTF-8", "[\"\xED\xA0\x80\"]", Code::InvalidUtf8);
    row("beyond Unicode", "[\"\xF4\x90\x80\x80\"]", Code::InvalidUtf8);
    row("cut sequence", "[\"\xE2\x82\"]", Code::InvalidUtf8);
    row("invalid outside of strings", "[1]\xFF", Code::InvalidUtf8);
    row("depth 65", nested(65), Code::TooDeep);
    row("depth 65 in objects", QByteArray(R"({"a":)").repeated(65) + "1" + QByteArray("}").repeated(65), Code::TooDeep);
    row("depth 5000", nested(5000), Code::TooDeep);
}

void JsonReaderTest::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(json::ReadError::Code, code);
    const auto document = json::read(text);
    QVERIFY2(!document, document ? json::write(document->root).constData() : "");
    QCOMPARE(document.error().code, code);
    QVERIFY(!document.error().message.isEmpty());
}

void JsonReaderTest::readsStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all short escapes") << QByteArray(R"("\"\\\/\b\f\n\r\t")") << u"\"\\/\b\f\n\r\t"_s;
    QTest::newRow("\\u in both cases") << QByteArray(R"("\u00e9\u00E9")") << u"éé"_s;
    QTest::newRow("pair") << QByteArray(R"("\uD83D\uDE00")") << u"😀"_s;
    QTest::newRow("last pair") << QByteArray(R"("\udbff\udfff")") << QString::fromUcs4(U"\U0010FFFF");
    QTest::newRow("just below the surrogates") << QByteArray(R"("\ud7ff")") << QString(QChar(0xD7FF));
    QTest::newRow("just above the surrogates") << QByteArray(R"("\ue000")") << QString(QChar(0xE000));
    QTest::newRow("NUL") << QByteArray(R"("a\u0000b")") << QString::fromLatin1("a\0b", 3);
    const QString mark(QChar::ByteOrderMark);
    QTest::newRow("byte order mark first") << QByteArray("\"\xEF\xBB\xBFx\"") << mark + u'x';
    QTest::newRow("two of them, one escaped") << QByteArray("\"\\uFEFF\xEF\xBB\xBF\"") << mark + mark;
    QTest::newRow("byte order mark inside") << QByteArray("\"x\xEF\xBB\xBF\"") << u'x' + mark;
    QTest::newRow("escaped backslash before u") << QByteArray(R"("\\ud800")") << u"\\ud800"_s;
}

void JsonReaderTest::readsStrings()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto atRoot = json::read(text);
    QVERIFY(atRoot);
    QCOMPARE(atRoot->root.toString(), expected);
    const auto asName = json::read("{" + text + ":1}");
    QVERIFY(asName);
    QCOMPARE(asName->root.members().constFirst().name, expected);
}

void JsonReaderTest::reportsDuplicates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("none") << QByteArray(R"({"a":{"a":1},"b":[{"a":1},{"a":1}]})") << QStringList();
    QTest::newRow("at the root") << QByteArray(R"({"a":1,"b":2,"a":3})") << QStringList{u"/a"_s};
    QTest::newRow("three times") << QByteArray(R"({"a":1,"a":2,"a":3})") << QStringList{u"/a"_s, u"/a"_s};
    QTest::newRow("in an array") << QByteArray(R"([0,{"x":[{"k":1,"k":1}]}])") << QStringList{u"/1/x/0/k"_s};
    QTest::newRow("escaped") << QByteArray(R"({"a":1,"\u0061":2})") << QStringList{u"/a"_s};
    QTest::newRow("pointer characters") << QByteArray(R"({"a/b~":1,"a/b~":2})") << QStringList{u"/a~1b~0"_s};
    QTest::newRow("empty name") << QByteArray(R"({"":1,"":2})") << QStringList{u"/"_s};
}

void JsonReaderTest::reportsDuplicates()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, expected);
    const auto document = json::read(text);
    QVERIFY(document);
    QCOMPARE(document->duplicates, expected);
}

// A report of every pointer, with its long names, would be far larger than the document.
void JsonReaderTest::reportsFewDuplicatesOfMany()
{
    constexpr qsizetype count = 100'000;
    const auto document =
        json::read("{\"" + QByteArray(100'000, 'x') + "\":{\"a\":0" + QByteArray(",\"a\":0").repeated(count) + "}}");
    QVERIFY(document);
    QCOMPARE(document->duplicateCount, count);
    QCOMPARE(document->duplicates.size(), 16);
    for (const QString &pointer : document->duplicates) {
        QVERIFY(pointer.startsWith(u"/xxx"_s) && pointer.endsWith(u"…/a"_s));
        QVERIFY(pointer.size() < 200);
    }
}

void JsonReaderTest::keepsDuplicates()
{
    const auto document = json::read(R"({"a":1,"a":2})");
    QVERIFY(document);
    QCOMPARE(document->root.size(), 2);
    QCOMPARE(document->root.value("a").toInteger(), 1);
    QCOMPARE(document->root.members().constLast().value.toInteger(), 2);
}

void JsonReaderTest::limits()
{
    QVERIFY(json::read("[[1]]", {.depth = 2}));
    QCOMPARE(json::read("[[1]]", {.depth = 1}).error().code, json::ReadError::Code::TooDeep);
    QVERIFY(json::read("[1]", {.bytes = 3}));
    QCOMPARE(json::read("[1] ", {.bytes = 3}).error().code, json::ReadError::Code::TooLarge);
}

void JsonReaderTest::saysWhere()
{
    QCOMPARE(json::read(R"({"a":tru})").error().offset, 5);
    QCOMPARE(json::read("  01").error().offset, 2);
    QCOMPARE(json::read("[] x").error().offset, 3);
}

void JsonReaderTest::isReentrant()
{
    std::vector<std::thread> threads;
    std::vector<int> right(4);
    for (size_t index = 0; index < right.size(); ++index) {
        threads.emplace_back([index, &right] {
            const QByteArray text = "[" + QByteArray::number(qint64(index)) + R"(,"text",{"a":[1.50]}])";
            for (int round = 0; round < 200; ++round) {
                const auto document = json::read(text);
                right[index] += document && json::write(document->root) == text;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(right, std::vector<int>(4, 200));
}

QTEST_APPLESS_MAIN(JsonReaderTest)
#include "tst_jsonreader.moc"
