#include "activity/activityexport.h"
#include "entries.h"
#include "json/reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace poolscope;
using namespace poolscope::activity;
using namespace Qt::StringLiterals;

// The list of requests as a file.
class TestActivityExport final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void writesWhatIsAnswered();
    void whatIsNotWrittenIsSaid();
    void theFormerFileStaysWhereItFails();
    void nothingIsHeardOnceTheContextIsGone();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    static std::optional<Result<qsizetype>> written(const QString &file);

    std::unique_ptr<QTemporaryDir> m_folder;
};

// One of two requests still waits for its answer.
std::optional<Result<qsizetype>> TestActivityExport::written(const QString &file)
{
    QObject context;
    std::optional<Result<qsizetype>> answer;
    writeHar(file, {succeeded(entryOf(u"SignUp"_s)), entryOf(u"GetUser"_s)}, &context,
             [&answer](const Result<qsizetype> &result) { answer = result; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        return {};
    return answer;
}

void TestActivityExport::writesWhatIsAnswered()
{
    const auto answer = written(path(u"a.har"_s));
    QVERIFY(answer && *answer);
    QCOMPARE(**answer, 1);
    QFile file(path(u"a.har"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto document = json::read(file.readAll());
    QVERIFY(document);
    QCOMPARE(document->root.value(u"log").value(u"entries").size(), 1);
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(file).permissions() & others));
}

void TestActivityExport::whatIsNotWrittenIsSaid()
{
    const auto answer = written(path(u"no folder/a.har"_s));
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().code, u"FileNotWritten"_s);
    QVERIFY(!answer->error().message.isEmpty());
}

void TestActivityExport::theFormerFileStaysWhereItFails()
{
    const QString folder = path(u"b.har"_s); // nothing can take its place
    QVERIFY(QDir().mkpath(folder + u"/inside"_s));
    const auto answer = written(folder);
    QVERIFY(answer && !*answer);
    QVERIFY(QFileInfo::exists(folder + u"/inside"_s));
}

void TestActivityExport::nothingIsHeardOnceTheContextIsGone()
{
    bool heard = false;
    auto context = std::make_unique<QObject>();
    writeHar(path(u"c.har"_s), {succeeded(entryOf(u"SignUp"_s))}, context.get(),
             [&heard](const Result<qsizetype> &) { heard = true; });
    context.reset();
    QTRY_VERIFY(QFileInfo::exists(path(u"c.har"_s))); // it is written all the same
    QCoreApplication::sendPostedEvents();
    QVERIFY(!heard);
}

QTEST_GUILESS_MAIN(TestActivityExport)
#include "tst_activityexport.moc"
