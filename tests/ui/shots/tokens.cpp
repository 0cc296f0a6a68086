#include "ui/common/chip.h"
#include "ui/shotscreens.h"
#include "ui/tokens/tokenspage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

namespace poolscope::ui {

namespace {

using Prepare = ScreenShot::Prepare;

void waitForVerdict(QWidget *window, Tone tone)
{
    waitFor(window, QStringLiteral("verdict"));
    waitUntil([&] { return part<Chip>(window, QStringLiteral("verdict"))->tone() == tone; },
              "The verdict is another one.");
}

void addTokens(ShotList &list, const QString &id, bool signedIn, const Prepare &prepare)
{
    addScreen(list,
              {.id = QStringLiteral("tokens-") + id,
               .page = [](ScreenBench &bench, QWidget *parent) { return new TokensPage(bench.workspace(), parent); },
               .prepare =
                   [signedIn, prepare](ScreenBench &bench, QWidget *window) {
                       if (signedIn) {
                           addUser(bench, sunny, rightPassword);
                           signIn(bench, sunny, rightPassword);
                           waitForVerdict(window, Tone::Good); // the keys come after the first one
                       }
                       prepare(bench, window);
                       QTest::qWait(200);
                   }});
}

// The service answers, but not with keys.
void addKeysUnreachable(ShotList &list)
{
    addScreen(list,
              {.id = QStringLiteral("tokens-no-keys"),
               .service = ScreenBench::Service::Scripted,
               .page = [](ScreenBench &bench, QWidget *parent) { return new TokensPage(bench.workspace(), parent); },
               .prepare =
                   [](ScreenBench &bench, QWidget *window) {
                       const auth::UserPoolAccess &access = bench.access();
                       bench.server().addAnswer(404, "no");
                       window->findChild<TokensPage *>()->paste(
                           unsignedToken("{'iss':'" + access.issuers().constFirst().toUtf8() + "','aud':'" +
                                         access.clientId().toUtf8() +
                                         "','token_use':'id','email':'sunny@example.com','exp':4102444800}"));
                       waitForCallout(window);
                   }});
}

void dropFile(QWidget *window, const QString &path)
{
    auto *page = window->findChild<TokensPage *>();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(50, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page, &enter);
    QDropEvent event(QPointF(50, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page, &event);
}

void addFiles(ShotList &list)
{
    addTokens(list, QStringLiteral("file-missing"), true, [](ScreenBench &, QWidget *window) {
        dropFile(window, QStringLiteral("/nowhere/token.txt"));
        waitUntil([&] { return part<QAbstractButton>(window, QStringLiteral("tokenSource.pasted"))->isChecked(); },
                  "The file was not taken.");
    });
    addTokens(list, QStringLiteral("file-bytes"), true, [](ScreenBench &, QWidget *window) {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("picture.png")));
        must(file.open(QIODevice::WriteOnly), "The file was not made.");
        file.write(QByteArray("\xff\xfe\x00\x01.x.y", 8));
        file.close();
        dropFile(window, file.fileName());
        waitForVerdict(window, Tone::Bad);
    });
}

} // namespace

void addShots_tokens(ShotList &list)
{
    addKeysUnreachable(list);
    addFiles(list);
    addTokens(list, QStringLiteral("header"), true,
              [](ScreenBench &, QWidget *window) { click(window, QStringLiteral("tokenPart.header")); });
    addTokens(list, QStringLiteral("id"), true, [](ScreenBench &, QWidget *) {});
    addTokens(list, QStringLiteral("access"), true,
              [](ScreenBench &, QWidget *window) { click(window, QStringLiteral("tokenSource.access")); });
    addTokens(list, QStringLiteral("refresh"), true,
              [](ScreenBench &, QWidget *window) { click(window, QStringLiteral("tokenSource.refresh")); });
    addTokens(list, QStringLiteral("none"), false,
              [](ScreenBench &, QWidget *window) { waitFor(window, QStringLiteral("emptyAction.signin")); });
    addTokens(list, QStringLiteral("pasted-bad"), false, [](ScreenBench &, QWidget *window) {
        window->findChild<TokensPage *>()->paste(
            QStringLiteral("Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSIsImV4cCI6MTcwMDAwMDAwMH0."));
        waitForVerdict(window, Tone::Bad);
    });
    addTokens(list, QStringLiteral("expired"), true, [](ScreenBench &bench, QWidget *window) {
        bench.clock().setOffsetMs(2 * 3600 * 1000);
        waitForVerdict(window, Tone::Bad);
    });
    addTokens(list, QStringLiteral("json"), true, [](ScreenBench &, QWidget *window) {
        click(window, QStringLiteral("tokenForm.json"));
        waitFor(window, QStringLiteral("tokenJson"));
    });
}

} // namespace poolscope::ui
