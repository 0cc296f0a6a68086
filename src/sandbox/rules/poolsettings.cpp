#include "sandbox/rules/poolsettings.h"

#include "sandbox/rules/passwordpolicy.h"
#include "sandbox/rules/refusals.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// A member that both requests have; what is not given keeps the value before it, or goes.
template<class T>
void take(std::optional<T> &setting, const std::optional<T> &wanted, MissingMember missing)
{
    if (wanted || missing == MissingMember::Resets)
        setting = wanted;
}

Outcome<void> refuseLambdas(const std::optional<idp::LambdaConfigType> &config)
{
    if (!config)
        return {};
    const json::Value members = model::encode(*config);
    for (const auto &member : members.members())
        return tl::unexpected(
            notSimulated(u"LambdaConfig.%1: Lambda functions cannot be called from here"_s.arg(member.name)));
    return {};
}

Outcome<void> refusePolicies(const std::optional<idp::UserPoolPolicyType> &policies)
{
    if (!policies || !policies->signInPolicy || !policies->signInPolicy->allowedFirstAuthFactors)
        return {};
    for (const QString &factor : *policies->signInPolicy->allowedFirstAuthFactors) {
        if (factor != u"PASSWORD"_s)
            return tl::unexpected(notSimulated(u"Policies.SignInPolicy.AllowedFirstAuthFactors %1"_s.arg(factor)));
    }
    return {};
}

// UnusedAccountValidityDays is what TemporaryPasswordValidityDays was called before, and counts until that one is set
// (documented). 0 stands for none (observed).
template<class Request>
std::optional<qint64> unusedAccountDays(const Request &request)
{
    const auto days = request.adminCreateUserConfig ? request.adminCreateUserConfig->unusedAccountValidityDays
                                                    : std::optional<qint64>();
    return days.value_or(0) > 0 ? days : std::nullopt;
}

template<class Request>
bool setsTemporaryPasswordDays(const Request &request)
{
    return request.policies && request.policies->passwordPolicy &&
           request.policies->passwordPolicy->temporaryPasswordValidityDays;
}

// Text observed (aws-sdk-js issue 3817).
template<class Request>
Outcome<void> refuseBothLifetimes(const Request &request)
{
    if (unusedAccountDays(request) && setsTemporaryPasswordDays(request))
        return refuse(refusals::bothLifetimes);
    return {};
}

template<class Request>
Outcome<void> refuseUnsimulated(const Request &request)
{
    if (request.mfaConfiguration.value_or(u"OFF"_s) != u"OFF"_s)
        return tl::unexpected(notSimulated(u"MfaConfiguration %1"_s.arg(*request.mfaConfiguration)));
    if (request.deviceConfiguration)
        return tl::unexpected(notSimulated(u"DeviceConfiguration"_s));
    if (request.userPoolAddOns && request.userPoolAddOns->advancedSecurityMode.value_or(u"OFF"_s) != u"OFF"_s)
        return tl::unexpected(notSimulated(u"UserPoolAddOns.AdvancedSecurityMode"_s));
    if (request.dcrConfiguration)
        return tl::unexpected(notSimulated(u"DcrConfiguration"_s));
    if (request.acrConfiguration && !request.acrConfiguration->isEmpty())
        return tl::unexpected(notSimulated(u"AcrConfiguration"_s));
    if (request.keyConfiguration &&
        request.keyConfiguration->keyType.value_or(u"AWS_OWNED_KEY"_s) != u"AWS_OWNED_KEY"_s)
        return tl::unexpected(notSimulated(u"KeyConfiguration.KeyType CUSTOMER_MANAGED_KEY"_s));
    if (request.issuerConfiguration && request.issuerConfiguration->type.value_or(u"ORIGINAL"_s) != u"ORIGINAL"_s)
        return tl::unexpected(notSimulated(u"IssuerConfiguration.Type UPDATED"_s));
    if (request.verificationMessageTemplate && request.verificationMessageTemplate->defaultEmailOption.value_or(
                                                   u"CONFIRM_WITH_CODE"_s) != u"CONFIRM_WITH_CODE"_s)
        return tl::unexpected(notSimulated(u"VerificationMessageTemplate.DefaultEmailOption CONFIRM_WITH_LINK"_s));
    if (const auto fine = refuseLambdas(request.lambdaConfig); !fine)
        return fine;
    if (const auto fine = refuseBothLifetimes(request); !fine)
        return fine;
    return refusePolicies(request.policies);
}

template<class Request>
void takeCommon(idp::UserPoolType &pool, const Request &request, MissingMember missing)
{
    take(pool.policies, request.policies, missing);
    take(pool.deletionProtection, request.deletionProtection, missing);
    take(pool.autoVerifiedAttributes, request.autoVerifiedAttributes, missing);
    take(pool.smsVerificationMessage, request.smsVerificationMessage, missing);
    take(pool.emailVerificationMessage, request.emailVerificationMessage, missing);
    take(pool.emailVerificationSubject, request.emailVerificationSubject, missing);
    take(pool.verificationMessageTemplate, request.verificationMessageTemplate, missing);
    take(pool.smsAuthenticationMessage, request.smsAuthenticationMessage, missing);
    take(pool.userAttributeUpdateSettings, request.userAttributeUpdateSettings, missing);
    take(pool.emailConfiguration, request.emailConfiguration, missing);
    take(pool.smsConfiguration, request.smsConfiguration, missing);
    take(pool.userPoolTags, request.userPoolTags, missing);
    take(pool.adminCreateUserConfig, request.adminCreateUserConfig, missing);
    take(pool.accountRecoverySetting, request.accountRecoverySetting, missing);
    take(pool.userPoolTier, request.userPoolTier, missing);
    take(pool.keyConfiguration, request.keyConfiguration, missing);
    take(pool.issuerConfiguration, request.issuerConfiguration, missing);
}

// After the request's members were taken, before the defaults.
template<class Request>
void settleTemporaryPasswords(idp::UserPoolType &pool, const Request &request)
{
    if (setsTemporaryPasswordDays(request)) {
        if (pool.adminCreateUserConfig)
            pool.adminCreateUserConfig->unusedAccountValidityDays.reset();
        return;
    }
    const auto kept = unusedAccountDays(pool);
    if (!kept)
        return;
    auto policies = pool.policies.value_or(idp::UserPoolPolicyType{});
    auto policy = policies.passwordPolicy ? *policies.passwordPolicy : effectivePolicy({});
    if (!unusedAccountDays(request) && policy.temporaryPasswordValidityDays)
        return;
    policy.temporaryPasswordValidityDays = kept;
    policies.passwordPolicy = policy;
    pool.policies = policies;
}

void fillDefaults(idp::UserPoolType &pool, PartialPolicy partial)
{
    auto policies = pool.policies.value_or(idp::UserPoolPolicyType{});
    policies.passwordPolicy = effectivePolicy(policies, partial);
    pool.policies = policies;
    pool.mfaConfiguration = u"OFF"_s;
    pool.deletionProtection = pool.deletionProtection.value_or(u"INACTIVE"_s);
    pool.userPoolTier = pool.userPoolTier.value_or(u"ESSENTIALS"_s);
    auto admin = pool.adminCreateUserConfig.value_or(idp::AdminCreateUserConfigType{});
    admin.allowAdminCreateUserOnly = admin.allowAdminCreateUserOnly.value_or(false);
    pool.adminCreateUserConfig = admin;
    auto email = pool.emailConfiguration.value_or(idp::EmailConfigurationType{});
    email.emailSendingAccount = email.emailSendingAccount.value_or(u"COGNITO_DEFAULT"_s);
    pool.emailConfiguration = email;
    auto message = pool.verificationMessageTemplate.value_or(idp::VerificationMessageTemplateType{});
    message.defaultEmailOption = message.defaultEmailOption.value_or(u"CONFIRM_WITH_CODE"_s);
    pool.verificationMessageTemplate = message;
    pool.lambdaConfig = idp::LambdaConfigType{};
}

} // namespace

Outcome<idp::UserPoolType> newPoolSettings(const idp::CreateUserPoolRequest &request, const SettingsReading &reading)
{
    if (const auto fine = refuseUnsimulated(request); !fine)
        return tl::unexpected(fine.error());
    const bool aliases = request.aliasAttributes && !request.aliasAttributes->isEmpty();
    const bool names = request.usernameAttributes && !request.usernameAttributes->isEmpty();
    if (aliases && names)
        return refuse(refusals::aliasesAndNames);
    auto schema = schemaFor(request.schema.value_or(Schema{}), reading.developerNames);
    if (!schema)
        return tl::unexpected(schema.error());
    idp::UserPoolType pool;
    pool.name = request.poolName;
    pool.schemaAttributes = *schema;
    pool.aliasAttributes = request.aliasAttributes;
    pool.usernameAttributes = request.usernameAttributes;
    pool.usernameConfiguration = request.usernameConfiguration;
    takeCommon(pool, request, MissingMember::Resets);
    settleTemporaryPasswords(pool, request);
    fillDefaults(pool, reading.partialPolicy);
    return pool;
}

Outcome<idp::UserPoolType> updatedPoolSettings(const idp::UserPoolType &before,
                                               const idp::UpdateUserPoolRequest &request,
                                               const SettingsReading &reading)
{
    if (const auto fine = refuseUnsimulated(request); !fine)
        return tl::unexpected(fine.error());
    idp::UserPoolType pool = before;
    pool.name = request.poolName ? request.poolName : before.name;
    takeCommon(pool, request, reading.missing);
    settleTemporaryPasswords(pool, request);
    fillDefaults(pool, reading.partialPolicy);
    return pool;
}

qint64 temporaryPasswordMs(const idp::UserPoolType &pool)
{
    constexpr qint64 dayMs = 86'400'000;
    const auto policy = effectivePolicy(pool.policies);
    const qint64 days = policy.temporaryPasswordValidityDays.value_or(0);
    return (days > 0 ? days : 7) * dayMs;
}

} // namespace poolscope::sandbox
