#include "auth/session.h"
#include "ui/common/chip.h"
#include "ui/common/monotextview.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/tokens/tokenspage.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace poolscope;
using namespace poolscope::ui;
using Service = ScreenBench::Service;

namespace {

const QString user = QStringLiteral("sunny@example.com");
const QString password = QStringLiteral("Correct-horse-7");
const QString pasted = QStringLiteral("tokenSource.pasted");
const QString ofSession = QStringLiteral("tokenSource.id");

} // namespace

// Tokens that are dropped on the page as files.
class TestTokenFiles final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void droppedFile_data();
    void droppedFile();
    void missingFileIsSaid_data();
    void missingFileIsSaid();
    void emptyFileIsSaid_data();
    void emptyFileIsSaid();
    void emptyTextIsSaid();
    void sourceIsSwitchedWhileReading();
    void tokensChangeWhileReading();
    void otherTextStaysAsItIs();

private:
    void open(Service service, bool signedIn);
    void click(const QString &name);
    QString verdict() const;
    bool isSaid(const QString &words) const;
    QString write(const QByteArray &bytes);
    void drop(QMimeData &data);
    void dropFile(const QString &path);

    QTemporaryDir m_folder;
    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<TokensPage> m_page;
};

void TestTokenFiles::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

void TestTokenFiles::open(Service service, bool signedIn)
{
    m_bench = std::make_unique<ScreenBench>(service);
    if (signedIn) {
        QVERIFY(m_bench->addUser(user, password));
        QVERIFY(m_bench->signIn(user, password));
    }
    m_page = std::make_unique<TokensPage>(m_bench->workspace());
    m_page->resize(1100, 700);
    showActive(m_page.get());
    if (signedIn)
        QTRY_COMPARE(verdict(), QStringLiteral("Valid")); // the keys are there already
}

void TestTokenFiles::click(const QString &name)
{
    auto *button = find<QAbstractButton>(m_page.get(), name);
    QVERIFY(button);
    button->click();
}

QString TestTokenFiles::verdict() const
{
    const auto *chip = m_page->findChild<Chip *>(QStringLiteral("verdict"));
    return chip && chip->isVisible() ? chip->text() : QString();
}

bool TestTokenFiles::isSaid(const QString &words) const
{
    const auto labels = m_page->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
                       [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

QString TestTokenFiles::write(const QByteArray &bytes)
{
    QFile file(m_folder.filePath(QStringLiteral("token.txt")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

void TestTokenFiles::drop(QMimeData &data)
{
    QDragEnterEvent enter(QPoint(50, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(50, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &event);
}

void TestTokenFiles::dropFile(const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    drop(data);
}

void TestTokenFiles::droppedFile_data()
{
    QTest::addColumn<bool>("own");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a valid token") << true << "Valid";
    QTest::newRow("bytes that are no text") << false << "Not valid";
}

void TestTokenFiles::droppedFile()
{
    QFETCH(bool, own);
    QFETCH(QString, expected);
    open(Service::Sandbox, true);
    dropFile(write(own ? m_bench->sessions().current()->tokens().accessToken.toLatin1() + '\n'
                       : QByteArray("\xff\xfe\x00\x01.x.y", 8)));
    QTRY_VERIFY(find<QPushButton>(m_page.get(), pasted)->isChecked());
    QTRY_COMPARE(verdict(), expected);
    click(ofSession);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    click(pasted); // it is still there
    QTRY_COMPARE(verdict(), expected);
}

void TestTokenFiles::missingFileIsSaid_data()
{
    QTest::addColumn<bool>("signedIn");
    QTest::newRow("nobody is signed in") << false;
    QTest::newRow("somebody is signed in") << true;
}

void TestTokenFiles::missingFileIsSaid()
{
    QFETCH(bool, signedIn);
    open(Service::Sandbox, signedIn);
    dropFile(QStringLiteral("/nowhere/token.txt"));
    QTRY_VERIFY(isSaid(QStringLiteral("/nowhere/token.txt")));
    QVERIFY(!isSaid(QStringLiteral("Nobody is signed in")));
    QCOMPARE(verdict(), QString());
    click(ofSession);
    QTRY_COMPARE(isSaid(QStringLiteral("Nobody is signed in")), !signedIn);
    QTRY_COMPARE(verdict(), signedIn ? QStringLiteral("Valid") : QString());
    QVERIFY(!isSaid(QStringLiteral("/nowhere/token.txt")));
    click(pasted); // what was wrong is still said
    QTRY_VERIFY(isSaid(QStringLiteral("/nowhere/token.txt")));
    QVERIFY(!isSaid(QStringLiteral("Nobody is signed in")));
}

void TestTokenFiles::emptyFileIsSaid_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no byte") << QByteArray("");
    QTest::newRow("blanks and lines") << QByteArray(" \n\t\n");
}

void TestTokenFiles::emptyFileIsSaid()
{
    QFETCH(QByteArray, bytes);
    open(Service::Sandbox, true);
    dropFile(write(bytes));
    QTRY_VERIFY(isSaid(QStringLiteral("token.txt is empty.")));
    QCOMPARE(verdict(), QString());
    click(ofSession);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    click(pasted);
    QTRY_VERIFY(isSaid(QStringLiteral("token.txt is empty.")));
    QVERIFY(!isSaid(QStringLiteral("Reading the file")));
}

void TestTokenFiles::emptyTextIsSaid()
{
    open(Service::Scripted, false);
    QMimeData data;
    data.setText(QStringLiteral(" \n"));
    drop(data);
    QVERIFY(isSaid(QStringLiteral("holds no text")));
    QVERIFY(!isSaid(QStringLiteral("Reading the file")));
}

void TestTokenFiles::sourceIsSwitchedWhileReading()
{
    open(Service::Sandbox, true);
    dropFile(write(m_bench->sessions().current()->tokens().accessToken.toLatin1()));
    click(ofSession); // before the file's answer can have come
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    click(pasted);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    QVERIFY(!isSaid(QStringLiteral("Reading the file")));
}

void TestTokenFiles::tokensChangeWhileReading()
{
    open(Service::Sandbox, true);
    dropFile(write("a.b.c"));
    emit m_bench->sessions().current()->tokensChanged();
    QTRY_COMPARE(verdict(), QStringLiteral("Not valid"));
    QVERIFY(!isSaid(QStringLiteral("Reading the file")));
}

void TestTokenFiles::otherTextStaysAsItIs()
{
    open(Service::Sandbox, true);
    const QString text = QStringLiteral("토큰입니다.¡Hola!.é");
    dropFile(write(text.toUtf8()));
    QTRY_COMPARE(verdict(), QStringLiteral("Not valid"));
    const auto *bytes = find<MonoTextView>(m_page.get(), QStringLiteral("tokenBytes"));
    QCOMPARE(bytes->text(), text);
    click(ofSession);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    click(pasted);
    QTRY_COMPARE(verdict(), QStringLiteral("Not valid"));
    QCOMPARE(bytes->text(), text);
}

QTEST_MAIN(TestTokenFiles)
#include "tst_tokenfiles.moc"
