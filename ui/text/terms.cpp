#include "ui/text/terms.h"

#include "core/text.h"
#include "ui/text/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace gan {

namespace {

struct Terms {
    Q_DECLARE_TR_FUNCTIONS(Terms)
};

/// A word or a formula of its own, or its plural: "G" is not in "Green". A single letter is meant only where
/// it stands alone: "a" is an article.
bool holds(const QString& label, const QString& name)
{
    if (name.size() == 1)
        return label == name;
    const QRegularExpression whole(
        QStringLiteral("(?<![\\w(])%1s?(?![\\w(])").arg(QRegularExpression::escape(name)),
        QRegularExpression::CaseInsensitiveOption);
    return label.contains(whole);
}

/// As long as the longest of the term's names in the label; 0 when there is none.
qsizetype lengthIn(const QString& label, const Term& term)
{
    qsizetype longest = 0;
    std::vector<const char*> names = term.alsoIn;
    names.push_back(term.name);
    for (const char* name : names)
        if (const QString word = translated(name); holds(label, word))
            longest = std::max(longest, word.size());
    return longest;
}

} // namespace

const std::vector<Term>& terms()
{
    static const std::vector<Term> all = {
        {GE_TR("GAN"), GE_TR("Generative adversarial network: two networks that learn against each other. "
                             "The generator makes "
                             "values, the discriminator says which are real.")},
        {GE_TR("x"), GE_TR("A real value or picture, one of the data.")},
        {GE_TR("z"),
         GE_TR("Random numbers that the generator starts from, also called noise. The space of all z is the "
               "latent space."),
         {GE_TR("latent"), GE_TR("noise"), GE_TR("fixed z"), GE_TR("noise z")}},
        {GE_TR("generator"),
         GE_TR("The network G. It turns noise z into a value or a picture, G(z)."),
         {GE_TR("G(z)")}},
        {GE_TR("discriminator"),
         GE_TR(
             "The network D. It gives each value a number: how probable it is that the value is real. With a "
             "Wasserstein loss D is called a critic and gives a score instead."),
         {GE_TR("critic")}},
        {GE_TR("D(x)"), GE_TR("D's answer to real values: 1 means surely real, 0 surely generated.")},
        {GE_TR("D(G(z))"), GE_TR("D's answer to generated values: 1 means surely real, 0 surely generated.")},
        {GE_TR("D(G(z)) before"),
         GE_TR("D's answer to a batch of generated values before D has learned from this batch.")},
        {GE_TR("D(G(z)) after"),
         GE_TR("D's answer to generated values after D has learned, when it is G's turn.")},
        {GE_TR("P(real)"), GE_TR("The probability that D gives a value at that place of being real.")},
        {GE_TR("logit"),
         GE_TR(
             "D's output before the sigmoid makes a probability of it. 0 is a probability of one half; each "
             "step of 1 multiplies the odds by 2.7."),
         {GE_TR("logits")}},
        {GE_TR("score"),
         GE_TR("What a critic gives in place of a probability: any number, higher for real values.")},
        {GE_TR("loss"),
         GE_TR("The number that a network tries to make small. D and G have one each. What helps one often "
               "harms "
               "the other, so the losses of a GAN need not fall."),
         {GE_TR("losses")}},
        {GE_TR("minimax"),
         GE_TR(
             "The first loss of GANs: G makes log(1 - D(G(z))) small. It hardly teaches G while D is sure.")},
        {GE_TR("non-saturating"),
         GE_TR("The usual loss: G makes -log D(G(z)) small. It teaches G most while D is sure.")},
        {GE_TR("Wasserstein"),
         GE_TR("A loss in which D gives scores. The gradient penalty keeps their slope near 1, and G learns "
               "from "
               "the slope even when D is sure."),
         {GE_TR("gradient penalty")}},
        {GE_TR("gradient"),
         GE_TR("The direction in which a network's weights are changed to make its loss smaller. Its length "
               "says "
               "how steep the loss is: near 0 there is nothing to learn from, very long ones make the run "
               "unsteady.")},
        {GE_TR("learning rate"),
         GE_TR("How large a step along the gradient is. Too small and nothing happens, too large and the "
               "training swings or diverges.")},
        {GE_TR("optimizer"),
         GE_TR("The rule that makes steps from gradients: plain steps (SGD), steps that keep some of the "
               "last one "
               "(momentum), or steps that are scaled for each weight (Adam)."),
         {GE_TR("optimizer"), GE_TR("momentum"), GE_TR("Adam"), GE_TR("SGD")}},
        {GE_TR("batch"), GE_TR("The values that one step looks at together.")},
        {GE_TR("update"), GE_TR("One step of one network."), {GE_TR("updates"), GE_TR("steps")}},
        {GE_TR("iteration"),
         GE_TR("One turn of the training: some updates of D, then some of G, as often as the settings say."),
         {GE_TR("iterations")}},
        {GE_TR("epoch"), GE_TR("As many updates of D as it takes to see all data once."), {GE_TR("epochs")}},
        {GE_TR("stage"),
         GE_TR("A part of a run in which the same networks learn, such as D alone for ten epochs.")},
        {GE_TR("accuracy"),
         GE_TR("The share of values that D puts on the right side. 50 % means that it guesses."),
         {GE_TR("correct")}},
        {GE_TR("distribution"),
         GE_TR("How often which values occur. A histogram counts them; the density is the same as a curve "
               "whose "
               "area is 1."),
         {GE_TR("density"), GE_TR("distributions")}},
        {GE_TR("W1"),
         GE_TR(
             "The Wasserstein-1 distance between generated and real values: how far, on average, generated "
             "values must be moved to lie like real ones. 0 is perfect, but a finite number of values never "
             "reaches it."),
         {GE_TR("distance")}},
        {GE_TR("sliced W1"), GE_TR("The distance W1 of vectors: their shadows on many random directions are "
                                   "compared, and the mean of "
                                   "those distances is taken.")},
        {GE_TR("perfect"),
         GE_TR(
             "The value that a perfect generator would have with as many values. Nothing can be expected to "
             "be better.")},
        {GE_TR("equilibrium"),
         GE_TR("Generated values are like real ones, and D can only guess: D(x) and D(G(z)) are 0.5.")},
        {GE_TR("mode collapse"), GE_TR("G makes only a part of what the data has, say one of two hills.")},
        {GE_TR("divergence"),
         GE_TR("Numbers grow without end. The run stops before that and says which it was.")},
        {GE_TR("seed"),
         GE_TR("Where all random numbers start. The same seed and settings give the same run.")},
        {GE_TR("frozen"),
         GE_TR("A network that does not learn now. Its numbers are gray and its curves have a gap.")},
        {GE_TR("earlier runs"),
         GE_TR("Runs that have ended. Their curves stay pale behind those of the present one.")},
        {GE_TR("teacher"),
         GE_TR("In Signal: the matrix that made the real vectors. The student is G's own matrix; it must "
               "learn to "
               "make vectors like them."),
         {GE_TR("student"), GE_TR("A")}},
        {GE_TR("basis vector"),
         GE_TR("A vector with a single 1. What becomes of it shows one column of the matrix.")},
        {GE_TR("least squares"),
         GE_TR("A loss that asks D's output to be near 1 for real and near 0 for generated values.")},
        {GE_TR("hinge"),
         GE_TR("A loss that stops teaching D about values that it already puts clearly on the right side.")},
        {GE_TR("sigmoid"), GE_TR("The curve that turns any number into a probability between 0 and 1.")},
        {GE_TR("hidden layer"), GE_TR("A row of units between input and output of a network. More and wider "
                                      "ones can form more complex "
                                      "functions.")},
        {GE_TR("activation"), GE_TR("The function that each unit applies, such as ReLU, ELU or tanh. Without "
                                    "it a network would be a "
                                    "straight line.")},
        {GE_TR("BatchNorm"),
         GE_TR("Each unit's values are brought to mean 0 and deviation 1 over the batch, which steadies deep "
               "networks.")},
        {GE_TR("moving average of G"),
         GE_TR("A second G whose weights are the mean of the last ones. Its pictures are calmer.")},
        {GE_TR("feature matching"),
         GE_TR(
             "G learns to make values for which D's hidden layer says the same as for real ones, in place of "
             "deceiving D.")},
        {GE_TR("target for real"),
         GE_TR("What D shall answer to real values: 0.9 in place of 1 keeps it from being too sure.")},
        {GE_TR("deviation"), GE_TR("The standard deviation: how far values lie from their mean, typically.")},
        {GE_TR("mixture"), GE_TR("Data of two normal distributions, so with two hills.")},
        {GE_TR("direction"),
         GE_TR("A way through the latent space. Along it a face changes in one respect, such as the hair.")},
        {GE_TR("preset"),
         GE_TR("Settings that belong together and tell a story. Choosing one starts its run.")},
        {GE_TR("held out"), GE_TR("Pictures that D never learns from.")},
        {GE_TR("DiffAugment"), GE_TR("Real and generated pictures are shifted, colored or cut before D sees "
                                     "them, also while G learns. "
                                     "It helps when there are few pictures.")},
    };
    return all;
}

std::vector<const Term*> termsIn(const QString& label)
{
    std::vector<std::pair<qsizetype, const Term*>> found;
    for (const Term& term : terms())
        if (const qsizetype length = lengthIn(label, term))
            found.emplace_back(length, &term);
    // What a longer name covers is no term of its own there.
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<const Term*> result;
    for (const auto& [length, term] : found) {
        const QString name = translated(term->name);
        const bool isPart = std::any_of(result.begin(), result.end(), [&](const Term* longer) {
            return translated(longer->name).contains(name, Qt::CaseInsensitive);
        });
        if (!isPart)
            result.push_back(term);
    }
    return result;
}

QString helpWithTerms(const QString& label, const QString& help)
{
    QString text = help;
    for (const Term* term : termsIn(label))
        text += QStringLiteral("\n\n") +
                Terms::tr("%1: %2").arg(translated(term->name), translated(term->definition));
    return text;
}

} // namespace gan
