#include "ui/common/colors.h"

#include <QTest>

using namespace poolscope::ui;

class TestColors final : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsEnough_data();
    void contrastIsEnough();
    void paletteTellsItsLightness();
    void contrastOfBlackAndWhite();
};

void TestColors::contrastIsEnough_data()
{
    QTest::addColumn<ColorRole>("ink");
    QTest::addColumn<ColorRole>("ground");
    QTest::addColumn<double>("least");
    using enum ColorRole;
    const double text = 4.5;
    for (const ColorRole ground : {Window, Base, Alternate}) {
        const int number = int(ground);
        QTest::addRow("text on ground %d", number) << Text << ground << text;
        QTest::addRow("muted on ground %d", number) << Muted << ground << text;
        QTest::addRow("accent on ground %d", number) << Accent << ground << text;
        QTest::addRow("bad on ground %d", number) << Bad << ground << text;
        QTest::addRow("field border on ground %d", number) << FieldBorder << ground << 3.0;
    }
    QTest::newRow("text of the filled button") << OnAccent << Accent << text;
    QTest::newRow("text of the destructive button") << OnAccent << Bad << text;
    QTest::newRow("accent chip") << Accent << AccentGround << text;
    QTest::newRow("good chip") << Good << GoodGround << text;
    QTest::newRow("caution chip") << Caution << CautionGround << text;
    QTest::newRow("bad chip") << Bad << BadGround << text;
    QTest::newRow("neutral chip") << Text << Line << text;
    QTest::newRow("text in an error") << Text << BadGround << text;
    QTest::newRow("service's words in an error") << Muted << BadGround << text;
    QTest::newRow("service's words in a caution") << Muted << CautionGround << text;
    QTest::newRow("selected row") << Text << AccentGround << text;
    QTest::newRow("link in an error") << Accent << BadGround << text;
    QTest::newRow("token's header") << TokenHeader << Base << text;
    QTest::newRow("token's payload") << TokenPayload << Base << text;
    QTest::newRow("token's signature") << TokenSignature << Base << text;
    QTest::newRow("development") << Development << Base << text;
}

void TestColors::contrastIsEnough()
{
    QFETCH(ColorRole, ink);
    QFETCH(ColorRole, ground);
    QFETCH(double, least);
    for (const bool dark : {false, true}) {
        const double found = contrast(color(ink, dark), color(ground, dark));
        QVERIFY2(found >= least, qPrintable(QStringLiteral("%1: %2").arg(dark ? u"dark" : u"light").arg(found)));
    }
}

void TestColors::paletteTellsItsLightness()
{
    QVERIFY(!isDark(lightPalette()));
    QVERIFY(isDark(darkPalette()));
    QCOMPARE(color(ColorRole::Accent, darkPalette()), color(ColorRole::Accent, true));
}

void TestColors::contrastOfBlackAndWhite()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
}

QTEST_MAIN(TestColors)
#include "tst_colors.moc"
