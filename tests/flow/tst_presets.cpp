// The main job in a pool of every preset, window left out, over HTTP to a real sandbox in this process.
#include "auth/attributes.h"
#include "auth/passwordresetflow.h"
#include "auth/signinflow.h"
#include "auth/signupflow.h"
#include "flowsandbox.h"

#include <QSignalSpy>

using namespace poolscope;
using namespace poolscope::auth;
using namespace poolscope::tests;
using namespace Qt::StringLiterals;

namespace {

const QString email = u"mira@example.com"_s;
const QString phone = u"+14155550123"_s;
const QString password = u"Passw0rd!"_s;
const QString newPassword = u"N3w-password!"_s;

// Who signs up in a pool, by what its settings ask for.
struct Person
{
    QString username;
    QString address; // where the code goes
    QMap<QString, QString> attributes;
};

Person personFor(const PoolSettings &settings)
{
    const QMap<QString, QString> values{{u"email"_s, email},
                                        {u"given_name"_s, u"Mira"_s},
                                        {u"family_name"_s, u"Lind"_s},
                                        {u"birthdate"_s, u"2000-01-31"_s},
                                        {u"phone_number"_s, phone}};
    const UserNameKind kind = userNameKind(settings);
    Person person{.username = u"mira"_s, .address = email, .attributes = {}};
    if (kind != UserNameKind::FreeText)
        person.username = person.address = kind == UserNameKind::Phone ? phone : email;
    const QList<AttributeSpec> asked = signUpAttributes(settings).asked;
    for (const AttributeSpec &spec : asked)
        person.attributes.insert(spec.name, values.value(spec.name));
    return person;
}

sandbox::Preset presetNamed(const QString &id)
{
    const QList<sandbox::Preset> presets = sandbox::presets();
    for (const sandbox::Preset &preset : presets) {
        if (preset.id == id)
            return preset;
    }
    return {};
}

} // namespace

class PresetsTest : public QObject
{
    Q_OBJECT

    Session *signIn(FlowSandbox &bench, const SignInForm &form, QString *refusal = nullptr)
    {
        SignInFlow flow(&bench.access(), &bench.sessions());
        QSignalSpy signedIn(&flow, &SignInFlow::signedIn);
        QSignalSpy failed(&flow, &SignInFlow::failed);
        flow.start(form);
        FlowSandbox::wait([&] { return !signedIn.isEmpty() || !failed.isEmpty(); });
        if (refusal && !failed.isEmpty())
            *refusal = failed.first().first().value<Error>().message;
        return signedIn.isEmpty() ? nullptr : bench.sessions().current();
    }

    // Signs up, with a wrong code on the way, and confirms.
    void signUp(FlowSandbox &bench, const Person &person)
    {
        SignUpFlow flow(&bench.access());
        QSignalSpy sent(&flow, &SignUpFlow::codeSent);
        QSignalSpy confirmed(&flow, &SignUpFlow::confirmed);
        QSignalSpy failed(&flow, &SignUpFlow::failed);
        flow.signUp({.username = person.username, .password = password, .attributes = person.attributes});
        QTRY_VERIFY(!sent.isEmpty() || !failed.isEmpty());
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed[0][0].value<Error>().message));
        const sandbox::Message message = bench.newestMessage(person.address);
        const bool bySms = person.address == phone;
        QCOMPARE(flow.delivery().medium, bySms ? u"SMS"_s : u"EMAIL"_s);
        QCOMPARE(message.medium, bySms ? sandbox::Message::Medium::Sms : sandbox::Message::Medium::Email);
        QCOMPARE(message.subject.isEmpty(), bySms);
        flow.confirm(message.code == u"000000" ? u"000001"_s : u"000000"_s);
        QTRY_COMPARE(failed.size(), 1);
        flow.confirm(message.code);
        QTRY_COMPARE(confirmed.size(), 1);
    }

    void refresh(Session *session)
    {
        const QString before = session->tokens().accessToken;
        std::optional<Result<void>> refreshed;
        session->refresh(this, [&](const Result<void> &result) { refreshed = result; });
        QTRY_VERIFY(refreshed.has_value());
        QVERIFY2(*refreshed, *refreshed ? "" : qPrintable(refreshed->error().message));
        QVERIFY(session->tokens().accessToken != before);
    }

    void setNewPassword(FlowSandbox &bench, const QString &username, const QString &address)
    {
        PasswordResetFlow flow(&bench.access());
        QSignalSpy sent(&flow, &PasswordResetFlow::codeSent);
        QSignalSpy done(&flow, &PasswordResetFlow::done);
        flow.request(username);
        QTRY_COMPARE(sent.size(), 1);
        flow.confirm(bench.newestCode(address), newPassword);
        QTRY_COMPARE(done.size(), 1);
    }

    std::unique_ptr<FlowSandbox> m_bench; // one for all: keys of a pool take their time

private slots:
    void initTestCase() { m_bench = std::make_unique<FlowSandbox>(); }
    void cleanupTestCase() { m_bench.reset(); }
    void everyPresetIsTried();
    void mainJob_data();
    void mainJob();
    void aliasSignsIn_data();
    void aliasSignsIn();
    void secretIsNeeded();
    void requiredAttributesAreAskedFor();
    void sentCodesAreFactsOnlyWhereTheyAre_data();
    void sentCodesAreFactsOnlyWhereTheyAre();
    void invitedUserChoosesAPassword_data();
    void invitedUserChoosesAPassword();
};

void PresetsTest::everyPresetIsTried()
{
    const QStringList known{u"email"_s, u"phone"_s, u"alias"_s, u"secret"_s, u"invitation"_s, u"required"_s};
    QStringList ids;
    const QList<sandbox::Preset> presets = sandbox::presets();
    for (const sandbox::Preset &preset : presets)
        ids += preset.id;
    QCOMPARE(ids, known);
}

void PresetsTest::mainJob_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("flow");
    const QList<sandbox::Preset> presets = sandbox::presets();
    for (const sandbox::Preset &preset : presets) {
        if (preset.id == u"invitation") // see invitedUserChoosesAPassword
            continue;
        for (const QString &flow : {u"USER_SRP_AUTH"_s, u"USER_PASSWORD_AUTH"_s})
            QTest::addRow("%s, %s", qPrintable(preset.id), qPrintable(flow)) << preset.id << flow;
    }
}

void PresetsTest::mainJob()
{
    QFETCH(QString, id);
    QFETCH(QString, flow);
    FlowSandbox &bench = *m_bench;
    QVERIFY(bench.openPreset(presetNamed(id)));
    const Person person = personFor(bench.access().settings());
    signUp(bench, person);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(!signIn(bench, {.username = person.username, .password = u"An0ther-one!"_s, .flow = flow}));
    Session *session = signIn(bench, {.username = person.username, .password = password, .flow = flow});
    QVERIFY(session);
    refresh(session);
    setNewPassword(bench, person.username, person.address);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(!signIn(bench, {.username = person.username, .password = password, .flow = flow}));
    QVERIFY(signIn(bench, {.username = person.username, .password = newPassword, .flow = flow}));
    bench.sessions().current()->signOutEverywhere();
    QTRY_VERIFY(!bench.sessions().current());
}

void PresetsTest::aliasSignsIn_data()
{
    QTest::addColumn<QString>("flow");
    QTest::addColumn<bool>("withSecret");
    QTest::newRow("SRP") << u"USER_SRP_AUTH"_s << false;
    QTest::newRow("plain password") << u"USER_PASSWORD_AUTH"_s << false;
    // The hash is made with the alias at first, then with the name that the service answers.
    QTest::newRow("SRP, client with a secret") << u"USER_SRP_AUTH"_s << true;
    QTest::newRow("plain password, client with a secret") << u"USER_PASSWORD_AUTH"_s << true;
}

void PresetsTest::aliasSignsIn()
{
    QFETCH(QString, flow);
    QFETCH(bool, withSecret);
    FlowSandbox &bench = *m_bench;
    sandbox::Preset preset = presetNamed(u"alias"_s);
    preset.client.generateSecret = withSecret;
    QVERIFY(bench.openPreset(preset));
    const Person person = personFor(bench.access().settings());
    QCOMPARE(person.username, u"mira"_s);
    const auto unverified = bench.call(
        idp::AdminCreateUserRequest{.userPoolId = bench.pool().userPoolId,
                                    .username = u"rainy"_s,
                                    .userAttributes = {{{.name = u"email"_s, .value = u"rainy@example.com"_s}}},
                                    .messageAction = u"SUPPRESS"_s});
    QVERIFY(unverified);
    QVERIFY(bench.call(idp::AdminSetUserPasswordRequest{
        .userPoolId = bench.pool().userPoolId, .username = u"rainy"_s, .password = password, .permanent = true}));
    QVERIFY(!signIn(bench, {.username = u"rainy@example.com"_s, .password = password, .flow = flow}));

    signUp(bench, person);
    if (QTest::currentTestFailed())
        return;
    Session *session = signIn(bench, {.username = email, .password = password, .flow = flow});
    QVERIFY(session);
    QCOMPARE(session->username(), u"mira"_s);
    refresh(session);
    setNewPassword(bench, email, email);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(signIn(bench, {.username = email, .password = newPassword, .flow = flow}));
    QCOMPARE(bench.sessions().sessions().size(), 1); // the same user, however the name was typed
}

void PresetsTest::secretIsNeeded()
{
    FlowSandbox &bench = *m_bench;
    QVERIFY(bench.openPreset(presetNamed(u"secret"_s)));
    signUp(bench, personFor(bench.access().settings()));
    if (QTest::currentTestFailed())
        return;
    bench.access().setClientSecret(u"not-the-secret"_s);
    QString refusal;
    QVERIFY(!signIn(bench, {.username = email, .password = password}, &refusal));
    QVERIFY2(refusal.startsWith(u"Unable to verify secret hash"), qPrintable(refusal));
    bench.access().setClientSecret({});
    QVERIFY(!signIn(bench, {.username = email, .password = password}, &refusal));
    QVERIFY2(refusal.contains(u"SECRET_HASH was not received"), qPrintable(refusal));
}

void PresetsTest::requiredAttributesAreAskedFor()
{
    FlowSandbox &bench = *m_bench;
    QVERIFY(bench.openPreset(presetNamed(u"required"_s)));
    const Person person = personFor(bench.access().settings());
    QCOMPARE(person.attributes.keys(), QStringList({u"birthdate"_s, u"family_name"_s, u"given_name"_s}));
    for (const QString &name : person.attributes.keys()) {
        QMap<QString, QString> fewer = person.attributes;
        fewer.remove(name);
        SignUpFlow flow(&bench.access());
        QSignalSpy failed(&flow, &SignUpFlow::failed);
        flow.signUp({.username = person.username, .password = password, .attributes = fewer});
        QTRY_COMPARE(failed.size(), 1);
        const Error error = failed[0][0].value<Error>();
        QCOMPARE(error.code, u"InvalidParameterException"_s);
        QVERIFY2(error.message.contains(name), qPrintable(error.message));
    }
}

void PresetsTest::sentCodesAreFactsOnlyWhereTheyAre_data()
{
    QTest::addColumn<bool>("hides");
    QTest::newRow("users are hidden") << true;
    QTest::newRow("users are not hidden") << false;
}

void PresetsTest::sentCodesAreFactsOnlyWhereTheyAre()
{
    QFETCH(bool, hides);
    FlowSandbox &bench = *m_bench;
    sandbox::Preset preset = presetNamed(u"email"_s);
    preset.client.preventUserExistenceErrors = hides ? u"ENABLED"_s : u"LEGACY"_s;
    QVERIFY(bench.openPreset(preset));
    using Certainty = CodeDelivery::Certainty;
    const Certainty named = hides ? Certainty::MaybeMadeUp : Certainty::Sent;
    SignUpFlow flow(&bench.access());
    QSignalSpy sent(&flow, &SignUpFlow::codeSent);
    const auto certainty = [](const QSignalSpy &spy) { return spy.last().first().value<CodeDelivery>().certainty; };
    flow.signUp({.username = email, .password = password});
    QTRY_COMPARE(sent.size(), 1);
    QCOMPARE(certainty(sent), Certainty::Sent);
    flow.resend(); // to somebody whom this flow has signed up
    QTRY_COMPARE(sent.size(), 2);
    QCOMPARE(certainty(sent), Certainty::Sent);
    flow.resumeConfirmation(email);
    flow.resend();
    QTRY_COMPARE(sent.size(), 3);
    QCOMPARE(certainty(sent), named);

    SignUpFlow nobody(&bench.access());
    QSignalSpy made(&nobody, &SignUpFlow::codeSent);
    QSignalSpy refused(&nobody, &SignUpFlow::failed);
    nobody.resumeConfirmation(u"nobody@example.com"_s);
    nobody.resend();
    QTRY_VERIFY(!made.isEmpty() || !refused.isEmpty());
    QCOMPARE(made.size(), hides ? 1 : 0);
    PasswordResetFlow reset(&bench.access());
    QSignalSpy asked(&reset, &PasswordResetFlow::codeSent);
    QSignalSpy unknown(&reset, &PasswordResetFlow::failed);
    reset.request(u"nobody@example.com"_s);
    QTRY_VERIFY(!asked.isEmpty() || !unknown.isEmpty());
    QCOMPARE(asked.size(), hides ? 1 : 0);
    if (hides)
        QCOMPARE(certainty(asked), Certainty::MaybeMadeUp);
}

void PresetsTest::invitedUserChoosesAPassword_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("invitation only") << u"invitation"_s;
    QTest::newRow("attributes are missing") << u"required"_s;
}

void PresetsTest::invitedUserChoosesAPassword()
{
    QFETCH(QString, id);
    FlowSandbox &bench = *m_bench;
    QVERIFY(bench.openPreset(presetNamed(id)));
    SignUpFlow own(&bench.access());
    QSignalSpy refused(&own, &SignUpFlow::failed);
    own.signUp({.username = u"other@example.com"_s, .password = password});
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(bench.call(idp::AdminCreateUserRequest{
        .userPoolId = bench.pool().userPoolId,
        .username = email,
        .userAttributes = {{{.name = u"email"_s, .value = email}, {.name = u"email_verified"_s, .value = u"true"_s}}},
        .desiredDeliveryMediums = QStringList{u"EMAIL"_s}}));
    const sandbox::Message invitation = bench.newestMessage(email);
    QVERIFY(invitation.isInvitation);

    SignInFlow flow(&bench.access(), &bench.sessions());
    QSignalSpy failed(&flow, &SignInFlow::failed);
    QSignalSpy signedIn(&flow, &SignInFlow::signedIn);
    flow.start({.username = email, .password = invitation.code});
    QTRY_VERIFY(flow.challenge() && flow.challenge()->name == u"NEW_PASSWORD_REQUIRED");
    QTRY_VERIFY(!flow.isBusy());
    const QMap<QString, QString> values{{u"userAttributes.given_name"_s, u"Mira"_s},
                                        {u"userAttributes.family_name"_s, u"Lind"_s},
                                        {u"userAttributes.birthdate"_s, u"2000-01-31"_s}};
    QMap<QString, QString> answers{{u"NEW_PASSWORD"_s, password}};
    for (const ChallengeField &field : flow.challenge()->fields) {
        if (field.kind == ChallengeField::Kind::Attribute)
            answers.insert(field.name, values.value(field.name));
    }
    QCOMPARE(answers.size(), id == u"required" ? 4 : 1); // what is there already is not asked for
    flow.respond(answers);
    QTRY_VERIFY(!signedIn.isEmpty() || !failed.isEmpty());
    QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed[0][0].value<Error>().message));
    QVERIFY(signIn(bench, {.username = email, .password = password}));
    const auto user = bench.call(idp::AdminGetUserRequest{.userPoolId = bench.pool().userPoolId, .username = email});
    QVERIFY(user);
    QCOMPARE(user->userStatus, u"CONFIRMED"_s);
}

QTEST_GUILESS_MAIN(PresetsTest)
#include "tst_presets.moc"
