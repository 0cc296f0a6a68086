#include "ui/challenge/challengeform.h"

#include "core/clock.h"
#include "crypto/random.h"
#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/colors.h"
#include "ui/common/copyableid.h"
#include "ui/common/monotextview.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/style.h"
#include "ui/keyboard.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace poolscope;
using namespace poolscope::ui;

class TestChallengeForm final : public QObject
{
    Q_OBJECT

private slots:
    void everyChallengeIsDrawn_data();
    void everyChallengeIsDrawn();
    void errorStandsWhereItBelongs_data();
    void errorStandsWhereItBelongs();
    void actionAtAFieldIsPassedOn();
    void problemsStandAtTheChosenOption();
    void longTextIsFramedAsAField();
    void theKeyIsCopiedAsASecret();

private:
    SystemClock m_clock;
    crypto::SystemRandom m_random;
};

void TestChallengeForm::everyChallengeIsDrawn_data()
{
    QTest::addColumn<QString>("name");
    for (const QLatin1StringView name : idp::values::ChallengeNameType::all)
        QTest::newRow(name.latin1()) << QString(name);
    QTest::newRow("not known yet") << QStringLiteral("RETINA_SCAN");
}

void TestChallengeForm::everyChallengeIsDrawn()
{
    QFETCH(QString, name);
    const QString everything = QStringLiteral("[\"userAttributes.email\",\"userAttributes.custom:tier\"]");
    const QList<QMap<QString, QString>> given{
        {},
        {{QStringLiteral("requiredAttributes"), everything},
         {QStringLiteral("MFAS_CAN_CHOOSE"), QStringLiteral("[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\"]")},
         {QStringLiteral("MFAS_CAN_SETUP"), QStringLiteral("[\"SOFTWARE_TOKEN_MFA\",\"EMAIL_OTP\"]")},
         {QStringLiteral("CODE_DELIVERY_DESTINATION"), QStringLiteral("s***@e***")},
         {QStringLiteral("CREDENTIAL_REQUEST_OPTIONS"), QStringLiteral("{\"challenge\":\"x\"}")}},
        {{QStringLiteral("requiredAttributes"), QStringLiteral("no JSON")},
         {QStringLiteral("CREDENTIAL_REQUEST_OPTIONS"), QStringLiteral("\xff")}}};
    for (const auto &parameters : given) {
        const auth::Challenge challenge = auth::describeChallenge(
            {.name = name,
             .parameters = parameters,
             .available = {QStringLiteral("PASSWORD"), QStringLiteral("EMAIL_OTP"), QStringLiteral("WEB_AUTHN")},
             .hasSession = true,
             .receivedAtMs = m_clock.nowMs()},
            {});
        ChallengeForm form(challenge, m_clock, m_random);
        form.setObjectName(QStringLiteral("form"));
        showActive(&form);
        form.focusFirst();
        QCOMPARE(accessibilityFaults(&form), QStringList());
        QSignalSpy answered(&form, &ChallengeForm::answered);
        form.takeCode(QStringLiteral("123 456"));
        find<QPushButton>(&form, QStringLiteral("challenge.submit"))->click();
        QCOMPARE(answered.size(), 1);
        for (const auth::ChallengeField &field : challenge.fields) {
            const auto answers = answered[0][0].value<QMap<QString, QString>>();
            if (field.kind == auth::ChallengeField::Kind::Code)
                QCOMPARE(answers.value(field.name), QStringLiteral("123456"));
        }
        find<QAbstractButton>(&form, QStringLiteral("challenge.parameters"))->click();
        const auto *shown = find<MonoTextView>(&form, QStringLiteral("challenge.parametersText"));
        QVERIFY(shown->isVisible());
        QVERIFY(shown->text().startsWith(QStringLiteral("ChallengeName: ") + name));
        for (auto parameter = parameters.cbegin(); parameter != parameters.cend(); ++parameter)
            QVERIFY(shown->text().contains(parameter.key() + QStringLiteral(": ") + parameter.value()));
        QCOMPARE(accessibilityFaults(&form), QStringList());
    }
}

void TestChallengeForm::errorStandsWhereItBelongs_data()
{
    QTest::addColumn<QString>("challenge");
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("atAField");
    QTest::newRow("the code's") << "SMS_MFA"
                                << "code" << true;
    QTest::newRow("the new password's, of several") << "NEW_PASSWORD_REQUIRED"
                                                    << "password" << true;
    QTest::newRow("a field that is not there") << "NEW_PASSWORD_REQUIRED"
                                               << "code" << false;
}

void TestChallengeForm::errorStandsWhereItBelongs()
{
    QFETCH(QString, challenge);
    QFETCH(QString, field);
    QFETCH(bool, atAField);
    ChallengeForm form(auth::describeChallenge({.name = challenge,
                                                .parameters = {{QStringLiteral("requiredAttributes"),
                                                                QStringLiteral("[\"userAttributes.given_name\"]")}}},
                                               {}),
                       m_clock, m_random);
    showActive(&form);
    auto *submit = find<QPushButton>(&form, QStringLiteral("challenge.submit"));
    submit->setFocus();
    form.showError({.title = QStringLiteral("No.")}, field);
    const auto shown = [&form] {
        QList<Callout *> callouts = form.findChildren<Callout *>();
        callouts.removeIf([](const Callout *callout) { return !callout->isVisible(); });
        return callouts;
    };
    QCOMPARE(shown().size(), 1);
    QCOMPARE(shown().first()->content().title, QStringLiteral("No."));
    QCOMPARE(shown().first()->objectName().endsWith(u".error"), atAField);
    if (atAField) {
        const QString name = shown().first()->objectName().chopped(int(qstrlen(".error")));
        const QWidget *input = find(&form, name);
        QVERIFY(input->hasFocus() || input->isAncestorOf(QApplication::focusWidget()));
    }
    submit->click();
    QVERIFY(shown().isEmpty());
}

void TestChallengeForm::actionAtAFieldIsPassedOn()
{
    const auth::Challenge challenge = auth::describeChallenge({.name = QStringLiteral("SMS_MFA")}, {});
    ChallengeForm form(challenge, m_clock, m_random);
    showActive(&form);
    QSignalSpy action(&form, &ChallengeForm::errorActionTriggered);
    form.showError(
        {.title = QStringLiteral("No."), .actions = {{QStringLiteral("startAgain"), QStringLiteral("Again")}}},
        QStringLiteral("code"));
    find<QPushButton>(&form, QStringLiteral("calloutAction.startAgain"))->click();
    QTRY_COMPARE(action.size(), 1);
    QCOMPARE(action[0][0].toString(), QStringLiteral("startAgain"));
}

// Both ways to give a password ask for it in a field of the same name.
void TestChallengeForm::problemsStandAtTheChosenOption()
{
    const auth::Challenge challenge = auth::describeChallenge(
        {.name = QStringLiteral("SELECT_CHALLENGE"),
         .available = {QStringLiteral("PASSWORD"), QStringLiteral("PASSWORD_SRP"), QStringLiteral("EMAIL_OTP")}},
        {});
    ChallengeForm form(challenge, m_clock, m_random);
    showActive(&form);
    auto *choice = find<QComboBox>(&form, QStringLiteral("challenge.ANSWER"));
    choice->setCurrentIndex(2);
    QVERIFY(!form.showProblems());
    choice->setCurrentIndex(1);
    QVERIFY(form.showProblems());
    const auto passwords = form.findChildren<QLineEdit *>(QStringLiteral("challenge.PASSWORD"));
    QCOMPARE(passwords.size(), 2);
    for (const QLineEdit *password : passwords) {
        QCOMPARE(!password->accessibleDescription().isEmpty(), password->isVisible());
        QCOMPARE(password->hasFocus(), password->isVisible());
    }
}

void TestChallengeForm::longTextIsFramedAsAField()
{
    Style style;
    ChallengeForm form(auth::describeChallenge({.name = QStringLiteral("WEB_AUTHN")}, {}), m_clock, m_random);
    auto *field = find<QPlainTextEdit>(&form, QStringLiteral("challenge.CREDENTIAL"));
    field->setStyle(&style);
    showActive(&form);
    const auto border = [field] { return field->grab().toImage().pixelColor(field->width() / 2, 0); };
    find(&form, QStringLiteral("challenge.submit"))->setFocus();
    QCOMPARE(border(), color(ColorRole::FieldBorder, field->palette()));
    field->setFocus();
    QCOMPARE(border(), color(ColorRole::Accent, field->palette()));
    form.showError({.title = QStringLiteral("No.")});
    QCOMPARE(border(), color(ColorRole::Bad, field->palette()));
}

void TestChallengeForm::theKeyIsCopiedAsASecret()
{
    auth::Challenge challenge;
    challenge.name = QStringLiteral("MFA_SETUP");
    challenge.fields = {{.name = QStringLiteral("key"),
                         .kind = auth::ChallengeField::Kind::QrCode,
                         .label = QStringLiteral("Key"),
                         .value = QStringLiteral("otpauth://totp/x?secret=JBSWY3DP")}};
    ChallengeForm form(challenge, m_clock, m_random);
    SecretClipboard clipboard;
    form.setSecretClipboard(&clipboard);
    showActive(&form);
    find<QToolButton>(&form, QStringLiteral("copyId"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), challenge.fields[0].value);
    QVERIFY(clipboard.isHeld()); // and is taken away after a while
}

QTEST_MAIN(TestChallengeForm)
#include "tst_challengeform.moc"
