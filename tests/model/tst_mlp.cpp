#include "tests/model/gan_fixture.h"

#include "core/error.h"
#include "core/model/mlp.h"

#include <QTest>
#include <torch/csrc/autograd/autograd.h>

using namespace gan;

Q_DECLARE_METATYPE(gan::Activation)

namespace {

Tensor activated(const Tensor& sum, Activation activation)
{
    switch (activation) {
    case Activation::Elu:
        return at::elu(sum);
    case Activation::Relu:
        return at::relu(sum);
    case Activation::LeakyRelu:
        return at::leaky_relu(sum, 0.2);
    case Activation::Tanh:
        break;
    }
    return at::tanh(sum);
}

/// The same perceptron {2, 4, 3, 2} in autograd's own operations.
Tensor plain(const Tensor& input, const Tensor& flat, Activation activation)
{
    const auto linear = [&](const Tensor& x, std::int64_t start, std::int64_t in, std::int64_t out) {
        return at::linear(x, flat.slice(0, start, start + in * out).view({out, in}),
                          flat.slice(0, start + in * out, start + in * out + out));
    };
    const Tensor first = activated(linear(input, 0, 2, 4), activation);
    return linear(activated(linear(first, 12, 4, 3), activation), 27, 3, 2);
}

} // namespace

class TestMlp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<Activation>("activation");
        for (const char* name : {"elu", "relu", "leaky_relu", "tanh"})
            QTest::newRow(name) << activationNamed(name);
    }

    void init()
    {
        QFETCH_GLOBAL(Activation, activation);
        m_activation = activation;
        m_mlp = std::make_unique<Mlp>(MlpShape{{2, 4, 3, 2}, activation}, randomFor(5, 0, Purpose::Weights),
                                      at::kDouble);
        m_flat = m_mlp->parameter().detach().clone().requires_grad_();
        m_mlp->parameter().requires_grad_();
        m_input =
            at::empty({6, 2}, at::kDouble).normal_(0, 2, randomFor(6, 0, Purpose::Noise)).requires_grad_();
    }

    void outputsAndGradientsAreAutograds()
    {
        const Tensor mine = m_mlp->forward(m_input), theirs = plain(m_input, m_flat, m_activation);
        QVERIFY(at::allclose(mine, theirs, 1e-12, 1e-12));
        const Tensor weight = at::empty({6, 2}, at::kDouble).normal_(0, 1, randomFor(7, 0, Purpose::Noise));
        const auto a = torch::autograd::grad({mine}, {m_input, m_mlp->parameter()}, {weight});
        const auto b = torch::autograd::grad({theirs}, {m_input, m_flat}, {weight});
        QVERIFY(at::allclose(a[0], b[0], 1e-12, 1e-12));
        QVERIFY(at::allclose(a[1], b[1], 1e-12, 1e-12));
    }

    void aPassWithoutGradientSaysTheSame()
    {
        const Tensor withGradient = m_mlp->forward(m_input).detach();
        const at::NoGradGuard noGrad;
        for (const std::int64_t batch : {6, 1}) // of one sample too
            QVERIFY(at::allclose(m_mlp->forward(m_input.narrow(0, 0, batch)),
                                 withGradient.narrow(0, 0, batch), 1e-12, 1e-12));
    }

    /// What the kernels make of a batch, and their way back from any layer.
    void kernelsAgreeWithAutograd()
    {
        const auto pass = m_mlp->pass(m_input);
        const Tensor theirs = plain(m_input, m_flat, m_activation);
        QVERIFY(at::allclose(pass->rows(3), theirs, 1e-12, 1e-12));
        const Tensor hidden = m_mlp->hidden(m_input);
        QVERIFY(at::allclose(pass->rows(2), hidden, 1e-12, 1e-12));
        const auto goesBackLike = [&](std::size_t layer, const Tensor& output, const Tensor& flat) {
            const Tensor weight =
                at::empty_like(output.detach()).normal_(0, 1, randomFor(7, 0, Purpose::Noise));
            const auto wanted =
                torch::autograd::grad({output}, {m_input, flat}, {weight}, /*retain_graph=*/true);
            const Tensor gradient = at::full_like(m_flat.detach(), 0.5); // it adds up
            pass->setGradientRows(layer, weight);
            m_mlp->backward(*pass, layer, gradient, true);
            QVERIFY(at::allclose(pass->gradientRows(0), wanted[0], 1e-12, 1e-12));
            QVERIFY(at::allclose(gradient - 0.5, wanted[1], 1e-12, 1e-12));
        };
        goesBackLike(3, theirs, m_flat);
        goesBackLike(2, hidden, m_mlp->parameter());
    }

    /// Each head, from its scores and from its features, and with a batch that fills no lanes up.
    void discriminatorsGoBackAsAutogradDoes()
    {
        for (const Head head : {Head::Softmax, Head::Single, Head::SeedSigmoid}) {
            MlpDiscriminator D({{2, 4, 3}, m_activation}, head, randomFor(5, 0, Purpose::Weights),
                               at::kDouble);
            const Tensor x = m_input.detach().requires_grad_();
            const DiscriminatorPass pass = D.forward(x.detach());
            const Scores said = D(x);
            QVERIFY(at::allclose(pass.scores.real, said.real, 1e-12, 1e-12));
            QVERIFY(at::allclose(pass.scores.generated, said.generated, 1e-12, 1e-12));
            const Tensor a = at::arange(6, at::kDouble) - 2, b = a.square();
            for (const Scores& by : {Scores{a, {}}, Scores{{}, b}, Scores{a, b}}) {
                const auto outputs = [&] {
                    const Scores scores = D(x);
                    return std::vector<OutputGradient>{{scores.real, by.real},
                                                       {scores.generated, by.generated}};
                };
                D.clearGradient();
                D.backward(pass, {by});
                const Tensor gradient = D.gradient().clone();
                D.clearGradient();
                propagate(outputs());
                QVERIFY(at::allclose(gradient, D.gradient(), 1e-12, 1e-12));
                QVERIFY(
                    at::allclose(D.backwardToInput(pass, {by}), propagatedTo(x, outputs()), 1e-12, 1e-12));
            }
        }
    }

    void gradientsCanBeDifferentiatedAgain()
    {
        const auto twice = [&](const Tensor& output, const Tensor& flat) {
            const Tensor slope = torch::autograd::grad({output.sum()}, {m_input}, {}, true, true)[0];
            return torch::autograd::grad({slope.square().sum()}, {flat}, {}, true, false, true)[0];
        };
        const Tensor mine = twice(m_mlp->forward(m_input), m_mlp->parameter());
        QVERIFY(at::allclose(mine, twice(plain(m_input, m_flat, m_activation), m_flat), 1e-10, 1e-10));
        QVERIFY(mine.abs().sum().item<double>() > 1e-3);
    }

    void anActivationAfterTheLastLayer()
    {
        const Mlp mlp({{2, 4, 2}, m_activation, 0.2, Activation::Tanh}, randomFor(5, 0, Purpose::Weights),
                      at::kDouble);
        const Mlp without({{2, 4, 2}, m_activation}, randomFor(5, 0, Purpose::Weights), at::kDouble);
        mlp.parameter().requires_grad_();
        const Tensor theirs = mlp.forward(m_input);
        QVERIFY(at::allclose(theirs, at::tanh(without.forward(m_input)), 1e-12, 1e-12));
        const auto pass = mlp.pass(m_input);
        QVERIFY(at::allclose(pass->rows(2), theirs, 1e-12, 1e-12));
        const Tensor weight = at::arange(12, at::kDouble).view({6, 2});
        const auto wanted = torch::autograd::grad({theirs}, {m_input, mlp.parameter()}, {weight});
        const Tensor gradient = at::zeros_like(mlp.parameter().detach());
        pass->setGradientRows(2, weight);
        mlp.backward(*pass, 2, gradient, true);
        QVERIFY(at::allclose(pass->gradientRows(0), wanted[0], 1e-12, 1e-12));
        QVERIFY(at::allclose(gradient, wanted[1], 1e-12, 1e-12));
    }

    /// By hand where the activations are of straight pieces; each against autograd, twice.
    void slopePenaltyIsAutograds()
    {
        for (const Head head : {Head::Softmax, Head::Single, Head::SeedSigmoid}) {
            MlpDiscriminator D({{2, 4, 3}, m_activation}, head, randomFor(5, 0, Purpose::Weights),
                               at::kDouble);
            D.clearGradient();
            const double mine = D.addSlopePenalty(m_input.detach(), 0.7);
            const Tensor byHand = D.gradient().clone();
            D.clearGradient();
            const double theirs = D.Discriminator::addSlopePenalty(m_input.detach(), 0.7);
            QVERIFY(theirs > 1e-4 && std::abs(mine - theirs) < 1e-12);
            QVERIFY(at::allclose(byHand, D.gradient(), 1e-12, 1e-12));
        }
    }

    void normalFirstWeightsHaveTheirDeviations()
    {
        const auto deviations = [&](FirstWeights start) {
            const Mlp wide({{100, 400, 25}, m_activation, 0.2, {}, start}, randomFor(1, 0, Purpose::Weights));
            const Tensor all = wide.parameter();
            const auto of = [&](std::int64_t from, std::int64_t to) {
                return all.slice(0, from, to).std().item<double>();
            };
            const std::int64_t second = 100 * 400 + 400;
            return std::array{of(0, second - 400), of(second - 400, second), of(second, second + 10'000)};
        };
        const auto near = [](double a, double b) { return std::abs(a - b) < 0.02 * b + 1e-12; };
        const auto normal = deviations(FirstWeights::Normal), he = deviations(FirstWeights::He);
        QVERIFY(near(normal[0], 0.1) && near(normal[2], 0.05));
        QVERIFY(near(he[0], std::sqrt(0.02)) && near(he[2], 0.05));
        QVERIFY(normal[1] == 0 && he[1] == 0); // biases
    }

    void startsAsPyTorchsLinearDoes()
    {
        const Mlp wide({{100, 400, 25}, m_activation}, randomFor(1, 0, Purpose::Weights));
        const Tensor all = wide.parameter().detach();
        const Tensor first = all.slice(0, 0, 100 * 400 + 400), second = all.slice(0, 100 * 400 + 400);
        QVERIFY(first.abs().max().item<float>() <= 0.1f && first.abs().max().item<float>() > 0.0999f);
        QVERIFY(second.abs().max().item<float>() <= 0.05f && second.abs().max().item<float>() > 0.0499f);
        QVERIFY(std::abs(first.mean().item<float>()) < 0.001f);
        QVERIFY(std::abs(first.std().item<float>() - 0.1f / std::sqrt(3.f)) < 0.001f); // uniform, not normal
    }

    void unknownNamesAreErrors() { QVERIFY_EXCEPTION_THROWN(activationNamed("sigmoid"), Error); }

private:
    Activation m_activation = Activation::Elu;
    std::unique_ptr<Mlp> m_mlp;
    Tensor m_flat, m_input;
};

QTEST_GUILESS_MAIN(TestMlp)
#include "tst_mlp.moc"
