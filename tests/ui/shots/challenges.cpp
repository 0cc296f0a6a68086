#include "auth/challenge.h"
#include "model/cognitoidp.h"
#include "ui/challenge/challengeform.h"
#include "ui/common/card.h"
#include "ui/common/page.h"
#include "ui/shotscreens.h"
#include "ui/signin/signinpage.h"

#include <QHash>
#include <QVBoxLayout>

// Every challenge of the service as a form, with what the service sends beside it; those that the flow answers by itself
// are drawn as they stand where nothing is known to answer with.
namespace poolscope::ui {

namespace {

namespace Name = idp::values::ChallengeNameType;
using Parameters = QMap<QString, QString>;

Parameters sentTo(const QString &medium, const QString &destination)
{
    return {{QStringLiteral("CODE_DELIVERY_DELIVERY_MEDIUM"), medium},
            {QStringLiteral("CODE_DELIVERY_DESTINATION"), destination}};
}

Parameters parametersOf(QLatin1StringView name)
{
    const QString mail = QStringLiteral("s***@e***");
    const QString phone = QStringLiteral("+*******0123");
    if (name == Name::EmailOtp)
        return sentTo(QStringLiteral("EMAIL"), mail);
    if (name == Name::SmsMfa || name == Name::SmsOtp)
        return sentTo(QStringLiteral("SMS"), phone);
    static const QHash<QLatin1StringView, Parameters> others{
        {Name::SoftwareTokenMfa, {{QStringLiteral("FRIENDLY_DEVICE_NAME"), QStringLiteral("Sunny's phone")}}},
        {Name::SelectMfaType,
         {{QStringLiteral("MFAS_CAN_CHOOSE"), QStringLiteral(R"(["SMS_MFA","SOFTWARE_TOKEN_MFA","EMAIL_OTP"])")}}},
        {Name::MfaSetup, {{QStringLiteral("MFAS_CAN_SETUP"), QStringLiteral(R"(["SOFTWARE_TOKEN_MFA","EMAIL_OTP"])")}}},
        {Name::NewPasswordRequired,
         {{QStringLiteral("requiredAttributes"),
           QStringLiteral(R"(["userAttributes.given_name","userAttributes.birthdate","userAttributes.custom:tier"])")},
          {QStringLiteral("userAttributes"), QStringLiteral("{}")}}},
        {Name::CustomChallenge,
         {{QStringLiteral("question"), QStringLiteral("How many letters has the city?")},
          {QStringLiteral("city"), QStringLiteral("Llanfairpwllgwyngyll")}}},
        {Name::WebAuthn,
         {{QStringLiteral("CREDENTIAL_REQUEST_OPTIONS"),
           QStringLiteral(R"({"challenge":"dGhpcyBpcyBub25zZW5zZQ","timeout":180000,"rpId":"auth.example.com"})")}}},
    };
    return others.value(name);
}

QWidget *challengePage(ScreenBench &bench, const auth::Challenge &challenge, QWidget *parent)
{
    auto *page = new Page(SignInPage::tr("Sign in"), parent);
    auto *card = new Card(page);
    auto *form = new ChallengeForm(challenge, bench.access().clock(), bench.access().random(), card);
    form->setUser(sunny);
    form->setSecretClipboard(&bench.clipboard());
    card->contentLayout()->addWidget(form);
    page->setScrollingBody(card);
    return page;
}

ScreenShot challengeShot(QLatin1StringView name)
{
    return {.id = QStringLiteral("signin-challenge-") + QString(name).toLower().replace(u'_', u'-'),
            .service = ScreenBench::Service::Scripted,
            .page = [name](ScreenBench &bench, QWidget *parent) {
                return challengePage(
                    bench,
                    auth::describeChallenge({.name = name,
                                             .parameters = parametersOf(name),
                                             .available = {Name::PasswordSrp, Name::EmailOtp, Name::WebAuthn},
                                             .hasSession = true,
                                             .choiceFlow = name == Name::EmailOtp || name == Name::Password,
                                             .receivedAtMs = bench.clock().nowMs()},
                                            {}),
                    parent);
            }};
}

} // namespace

void addShots_challenges(ShotList &list)
{
    for (const QLatin1StringView name : Name::all)
        addScreen(list, challengeShot(name));
}

} // namespace poolscope::ui
