#include "app/notices.h"
#include "app/bannerids.h"
#include "profiles/connectionstore.h"
#include "ui/shell/banners.h"
#include "ui/shell/mainwindow.h"
#include "ui/shotscreens.h"
#include "ui/signin/signinpage.h"

#include <QFile>
#include <QTemporaryDir>

// The notices above every page, in the program's own words, above a page that can be worked with.
namespace poolscope::ui {

namespace {

void show(QWidget *window, const QString &banner, const Callout::Content &content)
{
    auto *main = qobject_cast<MainWindow *>(window);
    must(main != nullptr, "The screen is not in the main window.");
    main->banners()->show(banner, content);
}

void addNotice(ShotList &list, const QString &id, const QString &banner,
               const std::function<Callout::Content()> &content)
{
    addScreen(list,
              {.id = QStringLiteral("notice-") + id,
               .page = [](ScreenBench &bench, QWidget *parent) { return new SignInPage(bench.workspace(), parent); },
               .prepare = [banner, content](ScreenBench &, QWidget *window) { show(window, banner, content()); }});
}

Callout::Content unreadConnections()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("connections.json"));
    QFile file(path);
    must(file.open(QIODevice::WriteOnly) && file.write("not JSON") > 0, "The file could not be written.");
    file.close();
    profiles::ConnectionStore store(path);
    store.load();
    // As it is called at a user's, not in the folder of this run.
    return notices::unreadConnections(store.problem().replace(folder.path(), QStringLiteral("~/.config/poolscope")));
}

Callout::Content unsavedConnections()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    must(file.open(QIODevice::WriteOnly), "The file could not be written.");
    profiles::ConnectionStore store(file.fileName() + QStringLiteral("/connections.json")); // below what is no folder
    const auto kept = store.setLastUsed(QString(profiles::sandboxId));
    must(!kept, "The connections were saved.");
    return notices::unsavedConnections(kept.error());
}

Callout::Content uselessKeys()
{
    return notices::uselessKeys({.kind = Error::Kind::Service,
                                 .code = QStringLiteral("UnrecognizedClientException"),
                                 .message = QStringLiteral("The security token included in the request is invalid."),
                                 .operation = QStringLiteral("DescribeUserPool")},
                                {});
}

void addSandboxNotices(ShotList &list)
{
    addNotice(list, QStringLiteral("damaged-data"), bannerids::Damage, [] {
        return notices::damagedData(
            QStringLiteral("~/.local/share/poolscope/sandbox/sandbox.sqlite.damaged-20261123-101530"));
    });
    addNotice(list, QStringLiteral("no-demo-pool"), bannerids::DemoPool, [] {
        return notices::noDemoPool(
            Error::storage(QStringLiteral("Full"), QStringLiteral("The database reported: database or disk is full.")));
    });
    addNotice(list, QStringLiteral("sandbox-ended"), bannerids::Sandbox, [] {
        return notices::sandboxFailed(Error::storage(
            QStringLiteral("NotOnDisk"),
            QStringLiteral(
                "What was changed last could not be brought to the disk: No space left on device. Nobody was "
                "told that it was done. See to the disk, then start the sandbox again.")));
    });
}

void addKeychainNotices(ShotList &list)
{
    const auto add = [&](const QString &id, secrets::Availability availability) {
        addNotice(list, id, bannerids::Keychain,
                  [availability] { return notices::noKeychain(secrets::availabilityText(availability)); });
    };
    add(QStringLiteral("keychain-locked"), secrets::Availability::Locked);
    add(QStringLiteral("keychain-missing"), secrets::Availability::Missing);
    add(QStringLiteral("keychain-silent"), secrets::Availability::NotAnswering);
}

} // namespace

void addShots_notices(ShotList &list)
{
    addSandboxNotices(list);
    addKeychainNotices(list);
    addNotice(list, QStringLiteral("aws-keys"), bannerids::AwsKeys, uselessKeys);
    addNotice(list, QStringLiteral("unread-connections"), bannerids::Connections, unreadConnections);
    addNotice(list, QStringLiteral("unsaved-connections"), bannerids::UnsavedConnections, unsavedConnections);
    addScreen(list,
              {.id = QStringLiteral("notice-several"),
               .page = [](ScreenBench &bench, QWidget *parent) { return new SignInPage(bench.workspace(), parent); },
               .prepare =
                   [](ScreenBench &, QWidget *window) {
                       show(window, bannerids::Connections, unreadConnections());
                       show(window, bannerids::Keychain,
                            notices::noKeychain(secrets::availabilityText(secrets::Availability::Missing)));
                       show(window, bannerids::AwsKeys, uselessKeys());
                   },
               .size = ShotList::smallWindow});
}

} // namespace poolscope::ui
