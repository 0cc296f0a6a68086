#include "ui/common/translations.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace poolscope::ui;

namespace {

struct Text
{
    QString context;
    QString source;
    QStringList translations;
    QString type;
};

QString sources()
{
    return QStringLiteral(POOLSCOPE_SOURCES);
}

QList<Text> readTs(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Text> texts;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"source") {
            texts += Text{context, xml.readElementText(), {}, {}};
        } else if (xml.name() == u"translation" && !texts.isEmpty()) {
            texts.last().type = xml.attributes().value(QLatin1StringView("type")).toString();
            if (texts.last().type.isEmpty() || texts.last().type == u"unfinished")
                texts.last().translations += xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    return texts;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(?:n|L?[0-9])"));
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found += match.next().captured();
    found.sort();
    return found;
}

} // namespace

class TestTranslations final : public QObject
{
    Q_OBJECT

private slots:
    void textsAreFinished_data();
    void textsAreFinished();
    void filesAreUpToDate();
    void koreanIsInForce();
    void englishHasItsPlurals();
    void unknownLanguageIsEnglish();
};

void TestTranslations::textsAreFinished_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(sources() + QStringLiteral("/resources/translations"), {QStringLiteral("*.ts")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file = files.nextFileInfo();
        QTest::addRow("%s/%s", qPrintable(file.dir().dirName()), qPrintable(file.fileName())) << file.filePath();
    }
}

void TestTranslations::textsAreFinished()
{
    QFETCH(QString, path);
    QStringList faults;
    const QList<Text> texts = readTs(path);
    for (const Text &text : texts) {
        if (text.type == u"vanished" || text.type == u"obsolete")
            continue;
        const QString translated = text.translations.value(0);
        if (text.type == u"unfinished" || translated.isEmpty())
            faults += QStringLiteral("unfinished: %1: %2").arg(text.context, text.source);
        else if (!text.source.contains(QStringLiteral("%n")) && placeholders(text.source) != placeholders(translated))
            faults += QStringLiteral("other placeholders: %1: %2").arg(text.source, translated);
    }
    QCOMPARE(faults.join(u'\n'), QString());
}

void TestTranslations::filesAreUpToDate()
{
    const QString folder = sources() + QStringLiteral("/resources/translations");
    const QTemporaryDir copy;
    for (const QString &language : Translations::languages()) {
        QVERIFY(QDir(copy.path()).mkpath(language));
        const QFileInfoList files = QDir(folder + u'/' + language).entryInfoList({QStringLiteral("*.ts")});
        for (const QFileInfo &file : files)
            QVERIFY(QFile::copy(file.filePath(), copy.filePath(language + u'/' + file.fileName())));
    }
    QProcess update;
    update.start(QStringLiteral(POOLSCOPE_CMAKE),
                 {QStringLiteral("-DLUPDATE=" POOLSCOPE_LUPDATE), QStringLiteral("-DROOT=") + sources(),
                  QStringLiteral("-DTARGET=") + copy.path(), QStringLiteral("-P"),
                  folder + QStringLiteral("/update.cmake")});
    QVERIFY(update.waitForFinished(120'000));
    QVERIFY2(update.exitCode() == 0, update.readAllStandardError().constData());
    QStringList missing;
    QDirIterator files(copy.path(), {QStringLiteral("*.ts")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file = files.nextFileInfo();
        const QList<Text> texts = readTs(file.filePath());
        for (const Text &text : texts) {
            if (text.type == u"unfinished")
                missing += QStringLiteral("%1: %2: %3").arg(file.fileName(), text.context, text.source);
        }
    }
    QCOMPARE(missing.join(u'\n'), QString());
}

void TestTranslations::koreanIsInForce()
{
    Translations translations;
    translations.install(QStringLiteral("ko"));
    QCOMPARE(translations.language(), QStringLiteral("ko"));
    QCOMPARE(QCoreApplication::translate("Navigation", "Inspect"), QStringLiteral("살펴보기"));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("취소"));
}

void TestTranslations::englishHasItsPlurals()
{
    Translations translations;
    translations.install(QStringLiteral("en"));
    QCOMPARE(QCoreApplication::translate("poolscope::ui::MailboxPanel", "%n new", nullptr, 1), QStringLiteral("1 new"));
    QCOMPARE(QCoreApplication::translate("poolscope::ui::MailboxPanel", "%n new", nullptr, 3), QStringLiteral("3 new"));
}

void TestTranslations::unknownLanguageIsEnglish()
{
    Translations translations;
    translations.install(QStringLiteral("tlh"));
    QCOMPARE(translations.language(), QStringLiteral("en"));
    QCOMPARE(QCoreApplication::translate("Navigation", "Inspect"), QStringLiteral("Inspect"));
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
