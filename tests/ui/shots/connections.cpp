#include "profiles/connectionstore.h"
#include "ui/connections/connectionfiles.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/connectiontester.h"
#include "ui/shotscreens.h"

#include <QComboBox>
#include <QFile>
#include <QScrollArea>
#include <QTemporaryDir>

namespace poolscope::ui {

namespace {

constexpr QSize size(860, 600);
const QString poolId = QStringLiteral("eu-west-1_Kx83Ja2Qe");

class FixedTester final : public ConnectionTester
{
public:
    explicit FixedTester(Callout::Content verdict)
        : m_verdict(std::move(verdict))
    {
    }
    void test(const profiles::Connection &, const TypedSecrets &, QObject *context,
              std::function<void(Callout::Content)> handler) override
    {
        QMetaObject::invokeMethod(
            context, [this, handler] { handler(m_verdict); }, Qt::QueuedConnection);
    }

private:
    Callout::Content m_verdict;
};

class SilentTester final : public ConnectionTester
{
public:
    void test(const profiles::Connection &, const TypedSecrets &, QObject *,
              std::function<void(Callout::Content)>) override
    {
    }
};

std::unique_ptr<QWidget> makeDialog(std::vector<std::shared_ptr<void>> &keep, std::shared_ptr<ConnectionTester> tester)
{
    auto folder = std::make_shared<QTemporaryDir>();
    auto store = std::make_shared<profiles::ConnectionStore>(folder->filePath(QStringLiteral("connections.json")));
    keep.push_back(folder);
    keep.push_back(store);
    keep.push_back(tester);
    store->load();
    profiles::Connection connection;
    connection.name = QStringLiteral("acme-prod");
    connection.userPoolId = poolId;
    connection.clientId = QStringLiteral("3k9f0abcdefghijklmnop12345");
    connection.environment = profiles::Environment::Production;
    connection.readOnly = true;
    const QString id = store->add(connection).value_or(QString());
    must(!id.isEmpty(), "The connection was not added.");
    auto dialog = std::make_unique<ConnectionsDialog>(store.get(), tester.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->select(id);
    return dialog;
}

std::unique_ptr<QWidget> makeDialog(std::vector<std::shared_ptr<void>> &keep, const Callout::Content &verdict = {})
{
    return makeDialog(keep, std::make_shared<FixedTester>(verdict));
}

void addVerdict(ShotList &list, const QString &id, const Callout::Content &verdict)
{
    list.add({QStringLiteral("connections-") + id, size, [verdict](auto &keep) { return makeDialog(keep, verdict); },
              [](QWidget *dialog) {
                  click(dialog, QStringLiteral("connectionTest"));
                  waitFor(dialog, QStringLiteral("connectionResult"));
              }});
}

void addVerdicts(ShotList &list)
{
    addVerdict(list, QStringLiteral("works"),
               {.tone = Tone::Good, .title = QStringLiteral("The service answers, and knows the app client.")});
    addVerdict(list, QStringLiteral("unknown-client"),
               {.tone = Tone::Bad,
                .title = QStringLiteral("There is no such app client in eu-west-1."),
                .whatToDo = QStringLiteral("Compare the client id and the region with the app client's page."),
                .serviceWords = QStringLiteral("ResourceNotFoundException · User pool client "
                                               "3k9f0abcdefghijklmnop12345 does not exist.")});
}

void choose(QWidget *dialog, const QString &box, profiles::KeySource::Kind kind)
{
    auto *keys = part<QComboBox>(dialog, box);
    keys->setCurrentIndex(keys->findData(int(kind)));
}

void scrollTo(QWidget *dialog, const QString &name)
{
    dialog->findChild<QScrollArea *>()->ensureWidgetVisible(part<QWidget>(dialog, name), 0, 80);
}

// Where the AWS keys come from.
void addKeys(ShotList &list)
{
    list.add({QStringLiteral("connections-keys-typed"), size, [](auto &keep) { return makeDialog(keep); },
              [](QWidget *dialog) {
                  choose(dialog, QStringLiteral("connectionKeys"), profiles::KeySource::Kind::Kept);
                  fill(dialog, QStringLiteral("connectionAccessKeyId"), QStringLiteral("ASIAEXAMPLEKEYID"));
                  fill(dialog, QStringLiteral("connectionSecretAccessKey"), QStringLiteral("secret"));
                  click(dialog, QStringLiteral("connectionSave"));
                  waitUntil([&] { return shownCallout(dialog) != nullptr; }, "The token was not missed.");
              }});
    list.add({QStringLiteral("connections-keys-profile"), size, [](auto &keep) { return makeDialog(keep); },
              [](QWidget *widget) {
                  auto *dialog = static_cast<ConnectionsDialog *>(widget);
                  const QString problem = QCoreApplication::translate(
                      "AwsKeys", "The profile %1 signs in through IAM Identity Center (%2), which this version of "
                                 "Poolscope does not do. Choose a profile that has keys itself.");
                  dialog->setProfiles(
                      {{QStringLiteral("default"), {}},
                       {QStringLiteral("corp"), problem.arg(QStringLiteral("corp"), QStringLiteral("sso_session"))}},
                      {});
                  choose(widget, QStringLiteral("connectionKeys"), profiles::KeySource::Kind::Profile);
                  part<QComboBox>(widget, QStringLiteral("connectionKeyProfile"))->setEditText(QStringLiteral("corp"));
                  scrollTo(widget, QStringLiteral("connectionReadOnly"));
              }});
    const Callout::Content verdict{
        .tone = Tone::Caution,
        .title = QStringLiteral("The app client answers."),
        .body = QStringLiteral("The AWS keys belong to arn:aws:iam::123456789012:user/mira, who may not read this "
                               "pool."),
        .whatToDo = QStringLiteral("Allow cognito-idp:DescribeUserPool in the policy; to look up users, also "
                                   "cognito-idp:ListUsers."),
        .serviceWords = QStringLiteral("AccessDeniedException · User: arn:aws:iam::123456789012:user/mira is not "
                                       "authorized to perform: cognito-idp:DescribeUserPool")};
    list.add({QStringLiteral("connections-keys-not-allowed"), size,
              [verdict](auto &keep) { return makeDialog(keep, verdict); },
              [](QWidget *dialog) {
                  choose(dialog, QStringLiteral("connectionKeys"), profiles::KeySource::Kind::Environment);
                  click(dialog, QStringLiteral("connectionTest"));
                  waitFor(dialog, QStringLiteral("connectionResult"));
              }});
}

void addImport(ShotList &list)
{
    list.add({QStringLiteral("connections-imported"), size, [](auto &keep) { return makeDialog(keep); },
              [](QWidget *dialog) {
                  const QTemporaryDir folder;
                  QFile file(folder.filePath(QStringLiteral(".env")));
                  must(file.open(QIODevice::WriteOnly), "The file was not made.");
                  file.write("STAGING_COGNITO_USER_POOL_ID=eu-west-1_Kx83Ja2Qe\n"
                             "STAGING_COGNITO_CLIENT_ID=3k9f0abcdefghijklmnop12345\nAWS_SECRET_ACCESS_KEY=x\n");
                  file.close();
                  auto *files = dialog->findChild<ConnectionFiles *>();
                  must(files != nullptr, "There is no import.");
                  files->importFrom(file.fileName());
                  waitFor(dialog, QStringLiteral("connectionResult"));
              }});
}

} // namespace

void addShots_connections(ShotList &list)
{
    addVerdicts(list);
    addKeys(list);
    addImport(list);
    list.add({QStringLiteral("connections-mismatch"), size, [](auto &keep) { return makeDialog(keep); },
              [](QWidget *dialog) {
                  fill(dialog, QStringLiteral("connectionRegion"), QStringLiteral("us-east-1"));
                  click(dialog, QStringLiteral("connectionSave"));
                  waitUntil([&] { return shownCallout(dialog) != nullptr; }, "Nothing was found wrong.");
              }});
    list.add({QStringLiteral("connections"), size, [](auto &keep) { return makeDialog(keep); }});
    list.add({QStringLiteral("connections-testing"), size,
              [](auto &keep) { return makeDialog(keep, std::make_shared<SilentTester>()); },
              [](QWidget *dialog) { click(dialog, QStringLiteral("connectionTest")); }});
    list.add({QStringLiteral("connections-new"), size, [](auto &keep) { return makeDialog(keep); },
              [](QWidget *widget) {
                  auto *dialog = static_cast<ConnectionsDialog *>(widget);
                  dialog->addNew();
                  click(widget, QStringLiteral("connectionSave"));
                  waitUntil([&] { return shownCallout(widget) != nullptr; }, "Nothing was found wrong.");
              }});
}

} // namespace poolscope::ui
